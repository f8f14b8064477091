import type { ChurnAnswer } from '../../worker/contract/churn';
import type { CustomerRow } from '../../worker/contract/customers';
import type { OverviewAnswer } from '../../worker/contract/overview';
import type { Settings } from '../../worker/contract/settings';
import type { ValueAnswer } from '../../worker/contract/value';
import type { Piece } from '../glossary/formulas';
import type { Quantity } from '../glossary/quantity-names';
import type { Source } from '../glossary/sources';

/** The answers that numbers on the pages come from; null where not asked yet, or not known for such data. */
export interface Known {
  overview: OverviewAnswer | null;
  churn: ChurnAnswer | null;
  value: ValueAnswer | null;
  /** The one customer the question is about; null for all of them. */
  customer: CustomerRow | null;
  settings: Settings;
  currency: string | null;
}

/** A value that went into a number: its name and how it reads now. */
export interface Input {
  name: string;
  value: string | null;
}

/** How one number came about. */
export interface Reckoning {
  /** null where the data cannot say. */
  result: string | null;
  /** Values of the quantities of the formula. */
  quantities?: Partial<Record<Quantity, string | null>>;
  /** What else went in. */
  inputs?: readonly Input[];
  /** In place of the glossary's, where it depends on the model; null where it cannot be put in a line. */
  formula?: readonly Piece[] | null;
  /** In place of the glossary's. */
  source?: Source;
}

/** @returns null while the answers it needs are not in */
export type Reckon = (known: Known) => Reckoning | null;
