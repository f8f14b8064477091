/** Orders that have several rows, and whether those rows repeat one amount. */
export interface OrderEvidence {
  /** Orders with several rows whose amounts are all the same. */
  repeating: number;
  /** Orders with several rows whose amounts differ. */
  differing: number;
}

/** How sure the layout or the header is that an amount belongs to a line, or to a whole order. */
export type AmountBelongsTo = 'line' | 'order' | 'unknown';

/** Share of orders repeating their amount from which on lines priced alike are no likely explanation. */
const MOSTLY_REPEATING = 0.8;

/**
 * Whether adding up the rows of an order may be wrong, so that the person must be asked: the amount is
 * an order's and there are orders with several rows; or nothing is known, and the rows of (nearly) all
 * orders with several rows repeat their amount.
 */
export function orderTotalInDoubt(evidence: OrderEvidence, belongsTo: AmountBelongsTo): boolean {
  const several = evidence.repeating + evidence.differing;
  if (several === 0 || belongsTo === 'line') return false;
  if (belongsTo === 'order') return true;
  return evidence.repeating >= MOSTLY_REPEATING * several;
}

const LINE_NAMES =
  /line|item|unit|position|artikel|product|salesvalue|thanhtien|regel|zeile|stuk|stuck|perunit/;
const ORDER_NAMES =
  /^(order|invoice|basket|cart|transaction|grand|bestel|rechnung|factuur|auftrag).*(total|amount|value|sum|totaal|bedrag|betrag|wert)|^(grandtotal|total|totalprice|totalamount|ordertotal|tongtien|tongcong|tongthanhtoan|totaal|totaalbedrag|gesamt|gesamtbetrag|gesamtsumme|summe)$/;

/** What the name of the amount column says, given as its key (see `nameKey`). */
export function amountBelongsTo(key: string): AmountBelongsTo {
  if (LINE_NAMES.test(key)) return 'line';
  return ORDER_NAMES.test(key) ? 'order' : 'unknown';
}

/** Gathers the evidence from the rows of a file: only amounts of the same customer's order are compared. */
export class OrderRows {
  /** Amount of the first row of each order, and the orders with further rows, that repeat it or differ from it. */
  readonly #first = new Map<string, string>();
  readonly #several = new Set<string>();
  readonly #differing = new Set<string>();

  add(order: string, customer: string, amount: string): void {
    const id = order.trim();
    const text = amount.trim();
    if (id === '' || text === '' || /^[-(\u2212]|-$/.test(text)) return;
    const key = `${id}\u0000${customer.trim()}`;
    const first = this.#first.get(key);
    if (first === undefined) {
      this.#first.set(key, text);
      return;
    }
    this.#several.add(key);
    if (first !== text) this.#differing.add(key);
  }

  get evidence(): OrderEvidence {
    const differing = this.#differing.size;
    return { repeating: this.#several.size - differing, differing };
  }
}
