import { nameKey } from './column-names';

/**
 * Statuses of orders that were never paid or were called off: contract (cancelled, void, failed, refused)
 * and IMPORT (pending), with their spellings in Vietnamese, Dutch and German. Compared by `nameKey`.
 */
const NEVER_A_SALE = new Set(
  (
    'cancelled canceled cancel cancelation cancellation void voided failed failure refused declined denied ' +
    'rejected pending pendingpayment awaitingpayment incomplete expired abandoned unpaid draft checkoutdraft ' +
    'trash requirespaymentmethod requiresaction onhold authorized authorised ' +
    'dahuy huy huydon dahuydon huybo thatbai bituchoi tuchoi choxuly chothanhtoan chuathanhtoan choxacnhan ' +
    'geannuleerd annuleren mislukt geweigerd inafwachting wachtopbetaling wachtenopbetaling afgewezen ' +
    'storniert storno abgebrochen fehlgeschlagen abgelehnt ausstehend inwartestellung zahlungausstehend ' +
    'verweigert wcpending wccancelled wcfailed wconhold'
  ).split(' '),
);

const GIVEN_BACK = new Set(
  'refunded fullyrefunded chargeback chargedback reversed dahoantien hoantien terugbetaald erstattet zuruckerstattet wcrefunded'.split(
    ' ',
  ),
);

/** A status as it is compared and listed: trimmed, lower case. */
export function statusText(cell: string): string {
  return cell.trim().toLowerCase();
}

/** Left out unless the person decides otherwise. */
export function excludedByDefault(status: string): boolean {
  return NEVER_A_SALE.has(nameKey(status));
}

/** The whole sale was paid back. */
export function isRefundedStatus(status: string): boolean {
  return GIVEN_BACK.has(nameKey(status));
}
