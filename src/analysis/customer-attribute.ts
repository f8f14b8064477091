import { NO_DAY, type Attribute, type Transactions } from './transactions';

/** Which of a customer's rows says what the customer is. */
export type AttributeMoment = 'first' | 'last';

/** Marks a customer whose rows never name a value. */
export const NO_VALUE = 0xffffffff;

/**
 * What an attribute says of each customer: the value of the first or the last row, up to the
 * observation end, that names one. Rows of one day and minute that differ count by the value that
 * comes first in the alphabet, so that the order of the rows plays no part.
 *
 * @returns code per customer of the transactions; `NO_VALUE` where no row names a value
 */
export function customerAttribute(
  { customer, customerCount, day, minute, rowCount }: Transactions,
  { code, values }: Attribute,
  moment: AttributeMoment,
  observationEnd: number,
): Uint32Array {
  const found = new Uint32Array(customerCount).fill(NO_VALUE);
  const foundDay = new Int32Array(customerCount).fill(NO_DAY);
  const foundMinute = new Int16Array(customerCount).fill(-1);
  const sign = moment === 'last' ? 1 : -1;
  for (let row = 0; row < rowCount; row++) {
    const value = code[row];
    if (day[row] > observationEnd || values[value] === '') continue;
    const c = customer[row];
    const at = minute === null ? -1 : minute[row];
    if (found[c] !== NO_VALUE) {
      const later = sign * (day[row] - foundDay[c] || at - foundMinute[c]);
      if (later < 0 || (later === 0 && !(values[value] < values[found[c]]))) continue;
    }
    found[c] = value;
    foundDay[c] = day[row];
    foundMinute[c] = at;
  }
  return found;
}

/**
 * Customers with at least one row, up to the observation end, of any of the values.
 *
 * @param wanted codes of the attribute
 * @returns 1 per customer of the transactions
 */
export function everOf(
  { customer, customerCount, day, rowCount }: Transactions,
  { code, values }: Attribute,
  wanted: ReadonlySet<number>,
  observationEnd: number,
): Uint8Array {
  const isWanted = Uint8Array.from(values, (_, value) => (wanted.has(value) ? 1 : 0));
  const ever = new Uint8Array(customerCount);
  for (let row = 0; row < rowCount; row++)
    if (isWanted[code[row]] === 1 && day[row] <= observationEnd) ever[customer[row]] = 1;
  return ever;
}
