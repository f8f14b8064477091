import { date } from './format';

const DAY_MS = 86_400_000;

/** An ISO calendar date as the reader writes it; the text itself where it is no such date. */
export function isoDateText(iso: string): string {
  return date(Date.parse(iso) / DAY_MS) ?? iso;
}
