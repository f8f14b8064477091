/** What a column of the file can mean, in the order in which the mapping screen lists them. */
export const ROLES = [
  'customer',
  'date',
  'amount',
  'order',
  'quantity',
  'unitPrice',
  'status',
  'currency',
  'discount',
  'refund',
  'tax',
  'shipping',
  'commission',
  'fee',
  'cost',
  'referredBy',
  'endDate',
  'eventType',
  'cancelledAt',
  'time',
  'email',
  'phone',
  'name',
] as const;

export type Role = (typeof ROLES)[number];

/** Column of each role, counted from 0; a role that no column plays is absent. */
export type Mapping = Partial<Record<Role, number>>;

/** What kind of key tells customers apart. A name is the weakest: two people may share it. */
export type IdentityKind = 'id' | 'email' | 'phone' | 'name';

/** Money columns that may be taken off the amount; `cost` is kept beside it and never taken off. */
export const DEDUCTIBLE = [
  'discount',
  'refund',
  'tax',
  'shipping',
  'commission',
  'fee',
] as const satisfies readonly Role[];

export type Deductible = (typeof DEDUCTIBLE)[number];

/** Every money column beside the amount, in the order in which a row is read. */
export const MONEY_PARTS = [...DEDUCTIBLE, 'cost'] as const satisfies readonly Role[];

export type MoneyPart = (typeof MONEY_PARTS)[number];
