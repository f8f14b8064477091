import { summariseCustomers } from '../../../src/analysis/customers';
import { collectOrders } from '../../../src/analysis/orders';
import { inspect } from '../../../src/ingest/inspect';
import { readRows } from '../../../src/ingest/read-rows';
import type { Answer } from './answer';

/**
 * What the product does with a file: look at it, so that a person can confirm what it holds; then read it and sum it
 * up per customer, which is what DuckDB does, told what the columns are.
 */
addEventListener('message', ({ data }: MessageEvent<File>) => {
  void answer(data).then(postMessage);
});

async function answer(file: File): Promise<Answer> {
  const look = performance.now();
  const understanding = await inspect(file);
  const start = performance.now();
  if (understanding.kind === 'problem') throw new Error(understanding.code);
  const result = await readRows([{ file, understanding, choices: {} }]);
  if (result.kind !== 'imported') throw new Error(result.kind);
  const customers = summariseCustomers(collectOrders(result.transactions));
  const milliseconds = performance.now() - start;
  const cents = customers.minorNet.reduce((sum, one) => sum + one, 0);
  return { look: start - look, milliseconds, count: customers.count, cents };
}
