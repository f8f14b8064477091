import { integer } from '../../text/format';
import { segments_count_buyers, segments_count_customers } from '../../text/paraglide/messages';

/** "2,357 customers". */
export function customerCount(count: number): string {
  return segments_count_customers({ count, customers: integer(count) ?? '–' });
}

/** "2,357 buyers". */
export function buyerCount(count: number): string {
  return segments_count_buyers({ count, buyers: integer(count) ?? '–' });
}
