import type { Layout } from './layout';

/** Stripe payments: several currencies in lower case; a partial refund stays Paid. */
export const STRIPE: Layout = {
  id: 'stripe',
  all: ['id', 'amount', 'currency', 'amountrefunded'],
  any: ['createddateutc', 'createdutc', 'captured', 'customerid'],
  columns: {
    customer: ['customerid', 'customeremail'],
    date: ['createddateutc', 'createdutc', 'created'],
    amount: ['amount'],
    order: ['id'],
    refund: ['amountrefunded'],
    fee: ['fee'],
    tax: ['taxesonfee'],
    status: ['status'],
  },
  // The tax is on Stripe's fee, no part of what the customer paid.
  never: ['tax', 'quantity', 'unitPrice'],
  identity: ['id', 'email'],
  deduct: ['refund', 'fee'],
  drop: [{ column: 'captured', pattern: /^false$/i, reason: 'STATUS_EXCLUDED' }],
};

/** Square transactions: `-$45.00` for refunds, fees negative, many rows without a customer. */
export const SQUARE: Layout = {
  id: 'square',
  all: ['date', 'grosssales', 'netsales', 'transactionid'],
  any: ['eventtype', 'timezone', 'fees', 'discounts', 'customerid'],
  columns: {
    customer: ['customerid', 'customerreferenceid', 'customername'],
    date: ['date'],
    time: ['time'],
    amount: ['netsales'],
    order: ['transactionid'],
    discount: ['discounts'],
    fee: ['fees'],
    tax: ['tax'],
    eventType: ['eventtype'],
  },
  identity: ['id', 'id', 'name'],
  // Net sales are after discounts and returns, without tax; what the card costs is still in.
  deduct: ['fee'],
  negativeFees: true,
  refundHasRow: true,
  drop: [{ column: 'eventtype', pattern: /^(?!payment$|refund$|$)/i, reason: 'NOT_A_SALE' }],
};

/**
 * PayPal activity: money that moved. Memo and pending rows, holds, transfers to the bank and conversions
 * are no sales; a refund is a negative row of its own, sent by the shop to the customer.
 */
export const PAYPAL: Layout = {
  id: 'paypal',
  all: ['date', 'type', 'gross', 'fee', 'net', 'currency'],
  any: ['fromemailaddress', 'balanceimpact', 'timezone'],
  columns: {
    customer: ['fromemailaddress', 'name'],
    date: ['date'],
    time: ['time'],
    amount: ['gross'],
    order: ['transactionid'],
    fee: ['fee'],
    status: ['status'],
    currency: ['currency'],
    eventType: ['type'],
  },
  never: ['shipping', 'tax', 'discount', 'quantity', 'unitPrice', 'name'],
  identity: ['email', 'name'],
  deduct: ['fee'],
  negativeFees: true,
  refundHasRow: true,
  drop: [
    { column: 'balanceimpact', pattern: /^memo$/i, reason: 'NOT_A_SALE' },
    {
      column: 'type',
      pattern:
        /hold|withdraw|transfer|conversion|authori[sz]ation|deposit|reserve|credit card cashback|fee(?! reversal)|loan|adjustment/i,
      reason: 'NOT_A_SALE',
    },
  ],
  paidBackTo: { column: 'toemailaddress', type: 'type', pattern: /refund|reversal|chargeback/i },
};
