import type { Layout } from './layout';

/**
 * Shopify orders export: one row per line item, the totals only on an order's first row. Total is after
 * discounts, with tax and shipping, before refunds.
 */
export const SHOPIFY: Layout = {
  id: 'shopify',
  all: ['name', 'email', 'total', 'createdat'],
  any: ['lineitemname', 'lineitemquantity', 'financialstatus', 'refundedamount', 'paidat'],
  columns: {
    customer: ['email', 'phone'],
    date: ['createdat'],
    amount: ['total'],
    order: ['name'],
    status: ['financialstatus'],
    discount: ['discountamount'],
    refund: ['refundedamount'],
    tax: ['taxes'],
    cancelledAt: ['cancelledat'],
  },
  // The quantity and price of a line item say nothing about the order's total.
  never: ['name', 'quantity', 'unitPrice', 'time'],
  identity: ['email', 'phone'],
  deduct: ['refund', 'tax', 'shipping'],
  itemRows: true,
  orderAmount: true,
};
