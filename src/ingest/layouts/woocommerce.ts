import type { Layout } from './layout';

/** `N. Revenue`, `N. Omzet`, `N. Umsatz`: the number itself; and the same as it is shown, with its currency. */
const NET_REVENUE = /^N\. [^()]+$/;
const NET_REVENUE_SHOWN = /^N\. [^()]+ \(.+\)$/;

const DATE = /^(?:date|datum|ngày|fecha)$/i;
const ORDER = /^(?:order|bestelling|bestellung|đơn hàng|pedido|commande) ?(?:#|n[ro]\.?)?$/i;
const STATUS = /^(?:status|statut|trạng thái|estado)$/i;
const CUSTOMER = /^(?:customer|klant|kunde|khách hàng|client|cliente)$/i;

/**
 * WooCommerce analytics: no id and no e-mail, only the customer's name; refunds are negative rows. Its headers
 * come in the language of the shop: `Order #`, `Bestelling #`, `Bestellung #`.
 */
export const WOOCOMMERCE_ANALYTICS: Layout = {
  id: 'woocommerce-analytics',
  all: [DATE, ORDER, STATUS, CUSTOMER],
  any: ['nrevenueformatted', 'nrevenue', NET_REVENUE_SHOWN, 'netsales', 'customertype'],
  columns: {
    date: [DATE],
    order: [ORDER],
    customer: [CUSTOMER],
    amount: ['netsales', NET_REVENUE, NET_REVENUE_SHOWN],
    status: [STATUS],
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
  any: ['billingemail', 'ordercurrency', 'customeruser', 'billingfirstname'],
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
