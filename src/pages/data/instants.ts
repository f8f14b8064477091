import type { Understanding } from '../../worker/contract/importing';

/** A time of day with the zone it is in: Z, UTC, +02:00, -0300. */
const INSTANT = /\d{1,2}:\d{2}.*?(?:Z|UTC|GMT|[+\-\u2212]\d{2}:?\d{2})\)?$/;

/** Whether dates of the file are instants, which fall on different days in different places. */
export function namesInstants({ mapping: { date }, preview }: Understanding): boolean {
  return date !== undefined && preview.some(({ cells }) => INSTANT.test(cells[date]?.trim() ?? ''));
}
