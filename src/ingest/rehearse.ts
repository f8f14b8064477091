import { summariseCustomers } from '../analysis/customers';
import { collectOrders } from '../analysis/orders';
import { readRows, type ConfirmedFile } from './read-rows';

/** Bytes of a file after which the browser has seen often what is done with each row. */
const HEAD_BYTES = 1024 * 1024;
/** Times that its customers are summed up: they are few beside those of the file. */
const SUMMARIES = 5;

/**
 * Reads the head of a file for practice: a browser runs code in full speed only when it has seen it run for a while,
 * and a person takes longer to confirm the columns than this does. Nothing comes of it; what is wrong with the file,
 * its import tells. Ends quietly when aborted.
 */
export async function rehearse(
  confirmed: ConfirmedFile,
  signal: AbortSignal,
  headBytes: number = HEAD_BYTES,
): Promise<void> {
  const file = confirmed.file.slice(0, headBytes);
  try {
    const result = await readRows([{ ...confirmed, file }], { signal });
    if (result.kind !== 'imported') return;
    for (let time = 0; time < SUMMARIES; time++)
      summariseCustomers(collectOrders(result.transactions));
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
