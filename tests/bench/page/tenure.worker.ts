import { summariseCustomers } from '../../../src/analysis/customers';
import { collectOrders } from '../../../src/analysis/orders';
import { inspect } from '../../../src/ingest/inspect';
import { rehearse } from '../../../src/ingest/rehearse';
import { readRows } from '../../../src/ingest/read-rows';
import type { Answer } from './answer';

/**
 * What the product does with a file: look at it and, while a person confirms what it holds, read its head for practice;
 * then read it and sum it up per customer, which is what DuckDB does, warmed up on the same bytes and told the columns.
 */
addEventListener('message', ({ data }: MessageEvent<File>) => {
  void answer(data).then(postMessage);
});

async function answer(file: File): Promise<Answer> {
  const look = performance.now();
  const understanding = await inspect(file);
  const lookedAt = performance.now();
  if (understanding.kind === 'problem') throw new Error(understanding.code);
  const confirmed = { file, understanding, choices: {} };
  await rehearse(confirmed, new AbortController().signal);
  const start = performance.now();
  const result = await readRows([confirmed]);
  if (result.kind !== 'imported') throw new Error(result.kind);
  const customers = summariseCustomers(collectOrders(result.transactions));
  const milliseconds = performance.now() - start;
  const cents = customers.minorNet.reduce((sum, one) => sum + one, 0);
  return { look: lookedAt - look, milliseconds, count: customers.count, cents };
}
