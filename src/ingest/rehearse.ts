import { summariseCustomers } from '../analysis/customers';
import { collectOrders } from '../analysis/orders';
import { readRows, type ConfirmedFile } from './read-rows';

/** Bytes of a file after which the browser has seen often what is done with each row. */
const HEAD_BYTES = 1024 * 1024;

/**
 * Reads the head of a file for practice: a browser runs code in full speed only when it has seen it run for a while,
 * and a person takes longer to confirm the columns than this does. Nothing comes of it; what is wrong with the file,
 * its import tells.
 */
export async function rehearse(confirmed: ConfirmedFile, signal: AbortSignal): Promise<void> {
  const head = confirmed.file.slice(0, HEAD_BYTES);
  try {
    const result = await readRows([{ ...confirmed, file: head }], { signal });
    if (result.kind === 'imported') summariseCustomers(collectOrders(result.transactions));
  } catch {
    return;
  }
}
