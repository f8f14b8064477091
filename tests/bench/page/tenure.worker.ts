import { summariseCustomers } from '../../../src/analysis/customers';
import { collectOrders } from '../../../src/analysis/orders';
import { inspect } from '../../../src/ingest/inspect';
import { readRows } from '../../../src/ingest/read-rows';
import type { Answer } from './answer';

/** What the product does with a file: look at it, read it, sum it up per customer. */
addEventListener('message', ({ data }: MessageEvent<File>) => {
  void answer(data).then(postMessage);
});

async function answer(file: File): Promise<Answer> {
  const start = performance.now();
  const understanding = await inspect(file);
  if (understanding.kind === 'problem') throw new Error(understanding.code);
  const result = await readRows([{ file, understanding, choices: {} }]);
  if (result.kind !== 'imported') throw new Error(result.kind);
  const customers = summariseCustomers(collectOrders(result.transactions));
  const milliseconds = performance.now() - start;
  const cents = customers.minorNet.reduce((sum, one) => sum + one, 0);
  return { milliseconds, count: customers.count, cents };
}
