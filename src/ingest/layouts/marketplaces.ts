import type { Layout } from './layout';

/** Magento 2 order grid; its times are 24-hour ones with AM or PM behind them. */
export const MAGENTO: Layout = {
  id: 'magento',
  all: ['id', 'purchasepoint', 'purchasedate', 'status'],
  columns: {
    customer: ['customeremail', 'customername', 'billtoname'],
    date: ['purchasedate'],
    amount: ['grandtotalbase', 'grandtotalpurchased'],
    order: ['id'],
    status: ['status'],
    refund: ['totalrefunded'],
    shipping: ['shippingandhandling'],
  },
  identity: ['email', 'name', 'name'],
  deduct: ['refund', 'shipping'],
};

/** BigCommerce orders. */
export const BIGCOMMERCE: Layout = {
  id: 'bigcommerce',
  all: ['orderid', 'orderdate', 'orderstatus'],
  any: ['ordertotalinctax', 'subtotalinctax', 'customeremail', 'emailaddress'],
  columns: {
    customer: ['customerid', 'customeremail', 'emailaddress', 'customername'],
    date: ['orderdate'],
    amount: ['ordertotalinctax', 'ordertotal', 'ordertotalextax'],
    order: ['orderid'],
    status: ['orderstatus'],
    refund: ['refundamount', 'totalrefunded'],
    tax: ['taxtotal'],
    shipping: ['shippingcostinctax', 'shippingcost'],
  },
  identity: ['id', 'email', 'email', 'name'],
  never: ['quantity', 'unitPrice'],
  deduct: ['refund', 'tax', 'shipping'],
  orderAmount: true,
};

/** Etsy sold order items: one row per item. */
export const ETSY: Layout = {
  id: 'etsy',
  all: ['saledate', 'itemname', 'orderid', 'buyer'],
  columns: {
    customer: ['buyer', 'buyeruserid'],
    date: ['saledate'],
    amount: ['itemtotal'],
    order: ['orderid'],
    quantity: ['quantity'],
    unitPrice: ['price'],
    shipping: ['ordershipping'],
    tax: ['ordersalestax'],
    discount: ['discountamount'],
  },
  identity: ['id', 'id'],
  // Shipping and tax are the order's and repeat on each of its items; the item total has neither.
  deduct: ['refund', 'fee', 'commission'],
  lineAmount: true,
};

/** UCI Online Retail: quantity x unit price; invoices with a C cancel by negative quantities. */
export const UCI_ONLINE_RETAIL: Layout = {
  id: 'uci-online-retail',
  all: ['stockcode', 'quantity', 'invoicedate', 'customerid'],
  any: ['invoiceno', 'invoice'],
  columns: {
    customer: ['customerid'],
    date: ['invoicedate'],
    order: ['invoiceno', 'invoice'],
    quantity: ['quantity'],
    unitPrice: ['unitprice', 'price'],
  },
  never: ['amount'],
  identity: ['id'],
  deduct: [],
  lineAmount: true,
};

/** Olist: `customer_id` is new for every order; the person is `customer_unique_id`. */
export const OLIST: Layout = {
  id: 'olist',
  all: ['orderid', 'customeruniqueid', 'orderpurchasetimestamp'],
  columns: {
    customer: ['customeruniqueid'],
    date: ['orderpurchasetimestamp'],
    amount: ['paymentvalue', 'price'],
    order: ['orderid'],
    status: ['orderstatus'],
    shipping: ['freightvalue'],
  },
  identity: ['id'],
  deduct: [],
  lineAmount: true,
};

/** Amazon order report: it names no buyer at all, so that there is no customer to value. */
export const AMAZON: Layout = {
  id: 'amazon',
  all: ['amazonorderid', 'purchasedate'],
  columns: {
    customer: ['buyeremail'],
    date: ['purchasedate'],
    amount: ['itemprice'],
    order: ['amazonorderid'],
    status: ['orderstatus'],
    currency: ['currency'],
    tax: ['itemtax'],
    shipping: ['shippingprice'],
    discount: ['itempromotiondiscount'],
  },
  never: ['name', 'phone', 'quantity', 'unitPrice'],
  identity: ['email'],
  deduct: [],
  lineAmount: true,
};
