import {
  import_role_amount,
  import_role_cancelledAt,
  import_role_commission,
  import_role_cost,
  import_role_currency,
  import_role_customer,
  import_role_date,
  import_role_discount,
  import_role_email,
  import_role_endDate,
  import_role_eventType,
  import_role_fee,
  import_role_name,
  import_role_order,
  import_role_phone,
  import_role_quantity,
  import_role_referredBy,
  import_role_refund,
  import_role_shipping,
  import_role_status,
  import_role_tax,
  import_role_time,
  import_role_unitPrice,
} from '../../text/paraglide/messages';
import type { Understanding } from '../../worker/contract/importing';

export type Role = keyof Understanding['mapping'];

/** Every role with its name, in the order of the mapping screen. */
const NAMES: Record<Role, () => string> = {
  customer: import_role_customer,
  date: import_role_date,
  amount: import_role_amount,
  order: import_role_order,
  quantity: import_role_quantity,
  unitPrice: import_role_unitPrice,
  status: import_role_status,
  currency: import_role_currency,
  discount: import_role_discount,
  refund: import_role_refund,
  tax: import_role_tax,
  shipping: import_role_shipping,
  commission: import_role_commission,
  fee: import_role_fee,
  cost: import_role_cost,
  referredBy: import_role_referredBy,
  endDate: import_role_endDate,
  eventType: import_role_eventType,
  cancelledAt: import_role_cancelledAt,
  time: import_role_time,
  email: import_role_email,
  phone: import_role_phone,
  name: import_role_name,
};

export const ROLES = Object.keys(NAMES) as readonly Role[];

/** The roles that are always shown. */
export const MAIN_ROLES = ROLES.slice(0, 6);

export function roleName(role: Role): string {
  return NAMES[role]();
}
