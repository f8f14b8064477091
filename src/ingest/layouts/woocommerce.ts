import type { Layout } from './layout';

/** WooCommerce analytics: no id and no e-mail, only the customer's name; refunds are negative rows. */
export const WOOCOMMERCE_ANALYTICS: Layout = {
  id: 'woocommerce-analytics',
  all: ['date', 'order', 'customer', 'status'],
  any: ['nrevenueformatted', 'nrevenue', 'netsales', 'customertype'],
  columns: {
    date: ['date'],
    order: ['order'],
    customer: ['customer'],
    amount: ['netsales', 'nrevenue', 'nrevenueformatted'],
    status: ['status'],
  },
  identity: ['name'],
  never: ['quantity', 'unitPrice'],
  deduct: [],
  refundHasRow: true,
};

/** Order exporters for WooCommerce: billing fields in snake case; an order may repeat for each item. */
export const WOOCOMMERCE_ORDERS: Layout = {
  id: 'woocommerce-orders',
  all: ['orderid', 'orderdate', 'ordertotal'],
  any: ['billingemail', 'orderstatus', 'ordercurrency', 'customeruser', 'billingfirstname'],
  columns: {
    customer: ['customerid', 'billingemail', 'customeremail', 'customeruser', 'billingphone'],
    date: ['orderdate'],
    amount: ['ordertotal'],
    order: ['orderid', 'ordernumber'],
    status: ['orderstatus', 'status'],
    currency: ['ordercurrency'],
    refund: ['orderrefund', 'refundedtotal', 'ordertotalrefunded'],
    tax: ['ordertax', 'taxtotal'],
    shipping: ['ordershipping', 'shippingtotal'],
  },
  never: ['quantity', 'unitPrice'],
  identity: ['id', 'email', 'email', 'id', 'phone'],
  deduct: ['refund', 'tax', 'shipping', 'fee', 'commission'],
  itemRows: true,
  orderAmount: true,
};
