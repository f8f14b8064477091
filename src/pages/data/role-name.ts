import * as messages from '../../text/paraglide/messages';
import type { Understanding } from '../../worker/protocol';

export type Role = keyof Understanding['mapping'];

/** Every role, in the order of the mapping screen; the first six are always shown. */
export const ROLES: readonly Role[] = [
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
];

export const MAIN_ROLES = ROLES.slice(0, 6);

export function roleName(role: Role): string {
  return messages[`import_role_${role}`]();
}
