import { describe, expect, it } from 'vitest';
import { joinTables } from '../../src/ingest/joined-tables';
import { importFile } from './import-file';

function table(name: string, text: string): File {
  return new File([text.trim() + '\n'], `olist_${name}_dataset.csv`);
}

const ORDERS = table(
  'orders',
  `
"order_id","customer_id","order_status","order_purchase_timestamp","order_approved_at"
"o1","c1","delivered","2017-10-02 10:56:33","2017-10-02 11:07:15"
"o2","c2","delivered","2018-07-24 20:41:37","2018-07-26 03:24:27"
"o3","c3","canceled","2018-08-08 08:38:49","2018-08-08 08:55:23"
"o4","c4","delivered","2018-08-09 08:38:49","2018-08-09 08:55:23"
"o5","c9","delivered","2018-08-10 08:38:49","2018-08-10 08:55:23"`,
);
const PAYMENTS = table(
  'order_payments',
  `
"order_id","payment_sequential","payment_type","payment_installments","payment_value"
"o1",1,"credit_card",1,18.12
"o1",2,"voucher",1,20.59
"o2",1,"boleto",1,141.46
"o3",1,"credit_card",3,99.00
"o5",1,"boleto",1,12.00
"o7",1,"boleto",1,7.00`,
);
const CUSTOMERS = table(
  'customers',
  `
"customer_id","customer_unique_id","customer_zip_code_prefix","customer_city","customer_state"
"c1","u1","14409","sao paulo, centro",SP
"c2","u1","14409","sao paulo, centro",SP
"c3","u2","09790",campinas,SP
"c4","u3","09790",campinas,SP`,
);

describe('orders, payments and customers in three files', () => {
  for (const [order, files] of Object.entries({
    'in one order': [ORDERS, PAYMENTS, CUSTOMERS],
    'in another': [CUSTOMERS, ORDERS, PAYMENTS],
  }))
    it(`become one, whose people are customer_unique_id (${order})`, async () => {
      const joined = await joinTables(files);
      expect(joined).toHaveLength(1);
      const result = await importFile(joined[0]);
      if (result.kind !== 'imported') throw new Error(JSON.stringify(result));
      const [report] = result.reports;
      expect(report.layout).toBe('olist');
      expect(result.customerIds.slice()).toEqual(['u1']);
      // Two payments of o1 and one of o2; o3 is cancelled, o4 unpaid, o5 of nobody, o7 no order.
      expect(report).toMatchObject({
        rows: 7,
        accepted: 3,
        revenue: '180.17',
        excluded: { STATUS_EXCLUDED: 1 },
        rejected: { AMOUNT_EMPTY: 1, CUSTOMER_EMPTY: 2 },
      });
      expect(new Set(result.transactions.order).size).toBe(2);
    });

  it('other files beside them stay as they are', async () => {
    const other = new File(['customer,date,amount\na,2024-01-05,1.00\n'], 'other.csv');
    const joined = await joinTables([other, ORDERS, PAYMENTS, CUSTOMERS]);
    expect(joined.map(({ name }) => name)).toEqual([
      'other.csv',
      'olist_orders_dataset.csv + olist_order_payments_dataset.csv + olist_customers_dataset.csv',
    ]);
    expect(joined[0]).toBe(other);
  });

  it('without one of the three nothing is joined', async () => {
    const files = [ORDERS, PAYMENTS, PAYMENTS];
    expect(await joinTables(files)).toEqual(files);
  });
});
