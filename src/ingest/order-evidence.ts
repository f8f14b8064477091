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
  readonly #first = new Map<string, { amount: string; differs: boolean; several: boolean }>();

  add(order: string, customer: string, amount: string): void {
    const id = order.trim();
    if (id === '' || amount.trim() === '' || /^\s*[-(\u2212]|-\s*$/.test(amount)) return;
    const key = `${id}\u0000${customer.trim()}`;
    const seen = this.#first.get(key);
    if (!seen) {
      this.#first.set(key, { amount: amount.trim(), differs: false, several: false });
      return;
    }
    seen.several = true;
    if (seen.amount !== amount.trim()) seen.differs = true;
  }

  get evidence(): OrderEvidence {
    let repeating = 0;
    let differing = 0;
    for (const { several, differs } of this.#first.values()) {
      if (!several) continue;
      if (differs) differing++;
      else repeating++;
    }
    return { repeating, differing };
  }
}
