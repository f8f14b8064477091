/** Columns that a list of customers can have, in the order of the file; the names in it are stable. */
export const LIST_COLUMNS = [
  'customer',
  'segment',
  'action',
  'first',
  'last',
  'orders',
  'net',
  'R score',
  'F score',
  'M score',
  'P(alive)',
  'churn risk',
  'expected purchases',
  'CLV',
] as const;

export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Consent as mapped: written to are those of whom the attribute, last known, says one of the values. */
export interface Consent {
  attribute: string;
  values: string[];
}

export interface ListOptions {
  /** What is written, beside the attributes below. */
  columns: ListColumn[];
  /** Attributes written, by name, as last known. */
  attributes: string[];
  /** What is written for each segment in the column "segment" and in "action", by its name in an answer. */
  words: Partial<Record<string, { name: string; action: string }>>;
  /** Write pseudonyms in place of the ids. */
  pseudonyms: boolean;
  /** Leave out customers on the suppress list. */
  suppress: boolean;
  consent: Consent | null;
}

/** How many of a group may be written to. */
export interface ListSize {
  chosen: number;
  /** Left out because they are on the suppress list. */
  suppressed: number;
  /** Left out of the others for want of consent. */
  withoutConsent: number;
  written: number;
}

export type ListFile =
  | { kind: 'file'; file: Blob; size: ListSize }
  /** Pseudonyms need a secure context: https or this computer. */
  | { kind: 'no-pseudonyms' };

/** Ids whose customers are left out of every list of this dataset. */
export interface SuppressList {
  ids: string[];
  /** Those of them that the dataset knows. */
  known: number;
}
