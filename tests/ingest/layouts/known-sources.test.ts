import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../src/ingest/choices';
import { inspect } from '../../../src/ingest/inspect';
import { importFile } from '../import-file';

function csv(lines: string): File {
  return new File([lines.trim() + '\n'], 'orders.csv');
}

async function understood(file: File, choices: Choices = {}) {
  const understanding = await inspect(file, choices);
  if (understanding.kind === 'problem') throw new Error(understanding.code);
  return understanding;
}

async function imported(file: File, choices: Choices = {}) {
  const result = await importFile(file, choices);
  if (result.kind !== 'imported') throw new Error(JSON.stringify(result, null, 1));
  const [report] = result.reports;
  return { ...result, report, ids: result.customerIds.slice() };
}

const SHOPIFY = csv(`
Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Zip,Cancelled at,Refunded Amount,Phone
#1001,ann@x.io,paid,2025-01-02 17:09:34 -0300,USD,100.00,10.00,5.00,115.00,SAVE,0.00,2025-01-02 17:09:34 -0300,1,Pot,60.00,'02134,,0.00,
#1001,ann@x.io,,,,,,,,,,2025-01-02 17:09:34 -0300,2,Lid,20.00,,,,
#1002,bob@x.io,voided,,USD,50.00,0.00,0.00,50.00,,0.00,2025-01-03 10:00:00 -0300,1,Pot,50.00,,,0.00,
#1003,bob@x.io,pending,,USD,50.00,0.00,0.00,50.00,,0.00,2025-01-04 10:00:00 -0300,1,Pot,50.00,,,0.00,
#1004,bob@x.io,paid,2025-01-05 10:00:00 -0300,USD,50.00,0.00,0.00,50.00,,0.00,2025-01-05 10:00:00 -0300,1,Pot,50.00,,2025-01-06 10:00:00 -0300,0.00,
#1005,bob@x.io,partially_refunded,2025-01-07 23:59:00 -0300,USD,80.00,8.00,2.00,90.00,,5.00,2025-01-07 23:59:00 -0300,1,Pot,80.00,,,30.00,
`);

describe('Shopify', () => {
  it('takes an order once, off it what Total still holds, and leaves out voided, pending and cancelled', async () => {
    const { report, transactions, ids } = await imported(SHOPIFY);
    expect(report.layout).toBe('shopify');
    expect(report).toMatchObject({ rows: 6, accepted: 2, revenue: '150.00', identity: 'email' });
    expect(report.excluded).toEqual({ LINE_ITEM: 1, STATUS_EXCLUDED: 3 });
    expect(ids).toEqual(['ann@x.io', 'bob@x.io']);
    expect([...transactions.net]).toEqual([10000, 5000]);
    expect([...(transactions.parts.gross ?? [])]).toEqual([11500, 9000]);
    expect([...(transactions.parts.refund ?? [])]).toEqual([0, 3000]);
    expect([...(transactions.minute ?? [])]).toEqual([17 * 60 + 9, 23 * 60 + 59]);
    expect(report.lastDate).toBe('2025-01-07');
  });

  it('asks where an app repeats the total on each line, and takes it once if told so', async () => {
    const file = csv(`
Name,Email,Created at,Total,Lineitem name,Lineitem quantity
#1,ann@x.io,2025-01-02 10:00:00 +0000,30.00,Pot,1
#1,ann@x.io,2025-01-02 10:00:00 +0000,30.00,Lid,1
#2,bob@x.io,2025-01-03 10:00:00 +0000,12.00,Lid,1`);
    const { questions } = await understood(file);
    expect(questions.map(({ code }) => code)).toEqual(['ORDER_TOTAL_REPEATED']);
    expect(questions[0].suggested).toBe('once');
    expect((await imported(file, { orderTotals: 'once' })).report).toMatchObject({
      revenue: '42.00',
      excluded: { ORDER_TOTAL_REPEATED: 1 },
    });
    expect((await imported(file, { orderTotals: 'each' })).report.revenue).toBe('72.00');
  });
});

describe('WooCommerce', () => {
  it('analytics: customers by name with a warning, refunds as negative rows', async () => {
    const { report, transactions } = await imported(
      csv(`
Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue
2025-01-02 10:00:00,71,"$1,050.00",completed,Ann Lee,new,1x Pot,1,,1050.00
2025-01-09 10:00:00,71,"-$50.00",refunded,Ann Lee,returning,1x Pot,1,,-50.00
2025-01-03 10:00:00,72,$20.00,cancelled,Bob Ray,new,1x Lid,1,,20.00`),
    );
    expect(report).toMatchObject({
      layout: 'woocommerce-analytics',
      identity: 'name',
      revenue: '1000.00',
    });
    expect(report.warnings.map(({ code }) => code)).toContain('NAME_AS_ID');
    expect(report.excluded).toEqual({ STATUS_EXCLUDED: 1 });
    expect([...transactions.refund]).toEqual([0, 1]);
  });

  it('order exporters: snake-case billing fields, id before e-mail', async () => {
    const { report, ids } = await imported(
      csv(`
order_id,order_date,order_status,customer_id,billing_email,order_total,order_currency,order_shipping,order_tax
81,2025-02-01 09:00:00,wc-completed,5,ann@x.io,25.50,EUR,5.00,0.50
82,2025-02-02 09:00:00,wc-failed,5,ann@x.io,10.00,EUR,0.00,0.00
83,2025-02-03 09:00:00,wc-processing,6,bob@x.io,7.00,EUR,0.00,0.00`),
    );
    expect(report).toMatchObject({
      layout: 'woocommerce-orders',
      revenue: '27.00',
      identity: 'id',
    });
    expect(ids).toEqual(['5', '6']);
  });
});

describe('payment services', () => {
  it('Stripe: lower-case currencies are asked about; refunds and fees come off', async () => {
    const file = csv(`
id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Fee,Status,Customer ID,Customer Email
ch_1,2025-03-01 10:00:00,100.00,0.00,usd,true,100.00,3.20,Paid,cus_A,a@x.io
ch_2,2025-03-02 10:00:00,50.00,20.00,usd,true,50.00,1.75,Paid,cus_A,a@x.io
ch_3,2025-03-03 10:00:00,70.00,0.00,eur,true,75.00,2.00,Paid,cus_B,b@x.io
ch_4,2025-03-04 10:00:00,70.00,0.00,usd,false,70.00,0.00,Failed,cus_B,b@x.io`);
    const { questions } = await understood(file);
    expect(questions.map(({ code }) => code)).toEqual(['MIXED_CURRENCY']);
    expect(questions[0].options.map(({ value, count }) => [value, count])).toEqual([
      ['USD', 3],
      ['EUR', 1],
    ]);
    const { report, currency } = await imported(file, { currency: 'USD' });
    expect(currency).toBe('USD');
    expect(report).toMatchObject({ revenue: '125.05', rejected: { CURRENCY_EXCLUDED: 1 } });
    expect(report.excluded).toEqual({ STATUS_EXCLUDED: 1 });
  });

  it('Square: dollar signs before and after the minus, negative fees, blank customers counted', async () => {
    const { report, transactions } = await imported(
      csv(`
Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Tax,Total Collected,Card,Fees,Net Total,Transaction ID,Event Type,Customer ID,Customer Name
2025-03-01,10:15:00,Eastern,$50.00,-$5.00,$45.00,$3.60,$48.60,$48.60,-$1.56,$47.04,T1,Payment,C1,Ann
2025-03-02,11:15:00,Eastern,$20.00,$0.00,$20.00,$1.60,$21.60,$21.60,-$0.66,$20.94,T2,Payment,,
2025-03-05,09:00:00,Eastern,-$45.00,$0.00,-$45.00,-$3.60,-$48.60,-$48.60,$0.00,-$48.60,T3,Refund,C1,Ann`),
    );
    expect(report).toMatchObject({
      layout: 'square',
      rejected: { CUSTOMER_EMPTY: 1 },
      revenue: '-1.56',
    });
    expect([...transactions.refund]).toEqual([0, 1]);
    expect([...(transactions.minute ?? [])]).toEqual([615, 540]);
  });

  it('PayPal: memo rows, transfers and pending rows are no sales; quoted cells', async () => {
    const { report, transactions } = await imported(
      csv(`
"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Balance Impact"
"13/03/2025","10:00:00","CET","Ann Lee","Express Checkout Payment","Completed","EUR","1.050,00","-30,00","1.020,00","ann@x.io","shop@x.io","T1","Credit"
"14/03/2025","10:00:00","CET","","General Withdrawal","Completed","EUR","-900,00","0,00","-900,00","shop@x.io","","T2","Debit"
"15/03/2025","10:00:00","CET","Bob Ray","Express Checkout Payment","Pending","EUR","20,00","0,00","20,00","bob@x.io","shop@x.io","T3","Memo"
"16/03/2025","10:00:00","CET","Ann Lee","Payment Refund","Completed","EUR","-50,00","1,50","-48,50","shop@x.io","ann@x.io","T4","Debit"`),
    );
    expect(report).toMatchObject({ layout: 'paypal', accepted: 2, decimal: ',', dateOrder: 'dmy' });
    expect(report.excluded).toEqual({ NOT_A_SALE: 1, STATUS_EXCLUDED: 1 });
    // Net as PayPal states it: 1,020.00 - 48.50.
    expect(report.revenue).toBe('971.50');
    // The shop sent the refund, and is no customer.
    expect(transactions.customerCount).toBe(1);
  });
});

describe('shops and marketplaces', () => {
  it('Magento: 24-hour times with AM or PM', async () => {
    const { report, transactions } = await imported(
      csv(`
ID,"Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total (Purchased)",Status,"Customer Email","Customer Name","Total Refunded"
000000001,"Main Website","Jan 2, 2025 17:09:34 PM",Ann,Ann,100.00,100.00,Complete,ann@x.io,Ann,0.00
000000002,"Main Website","Jan 3, 2025 9:30:00 AM",Bob,Bob,40.00,40.00,Canceled,bob@x.io,Bob,0.00`),
    );
    expect(report).toMatchObject({ layout: 'magento', revenue: '100.00', identity: 'email' });
    expect([...(transactions.minute ?? [])]).toEqual([17 * 60 + 9]);
  });

  it('BigCommerce: incomplete and declined orders are no sales', async () => {
    const { report } = await imported(
      csv(`
Order ID,Customer ID,Customer Name,Customer Email,Order Date,Order Status,Order Total (inc tax),Tax Total,Shipping Cost (inc tax)
100,7,Ann,ann@x.io,2025-01-13,Completed,60.00,5.00,10.00
101,8,Bob,bob@x.io,2025-01-14,Incomplete,60.00,5.00,10.00
102,8,Bob,bob@x.io,2025-01-15,Declined,60.00,5.00,10.00`),
    );
    expect(report).toMatchObject({ layout: 'bigcommerce', revenue: '45.00' });
    expect(report.excluded).toEqual({ STATUS_EXCLUDED: 2 });
  });

  it('Etsy: a row per item, added up', async () => {
    const { report, transactions } = await imported(
      csv(`
Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Discount Amount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Order ID
01/13/25,Mug,ann,1,12.00,,0.00,4.00,0.00,12.00,USD,1,900
01/13/25,Mug,ann,1,12.00,,0.00,4.00,0.00,12.00,USD,2,900`),
    );
    expect(report).toMatchObject({ layout: 'etsy', revenue: '24.00', accepted: 2 });
    expect(new Set(transactions.order).size).toBe(1);
  });

  it('UCI Online Retail: quantity x price, C-invoices negative, 17850.0 warned beside 17850', async () => {
    const { report, transactions } = await imported(
      csv(`
InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
536365,85123A,HOLDER,6,12/13/2010 8:26,2.55,17850.0,United Kingdom
536366,22633,WARMER,6,12/13/2010 8:28,1.85,17850,United Kingdom
C536379,D,Discount,-1,12/13/2010 9:41,27.5,14527,United Kingdom
536414,22139,,56,12/13/2010 11:52,0,,United Kingdom`),
    );
    expect(report).toMatchObject({ layout: 'uci-online-retail', revenue: '-1.10' });
    expect(report.rejected).toEqual({ CUSTOMER_EMPTY: 1 });
    expect(report.warnings.map(({ code }) => code)).toContain('ID_NUMERIC_VARIANTS');
    expect([...transactions.refund]).toEqual([0, 0, 1]);
  });

  it('Olist: the person is customer_unique_id', async () => {
    const { ids } = await imported(
      csv(`
order_id,customer_id,customer_unique_id,order_status,order_purchase_timestamp,payment_value
o1,c1,u1,delivered,2017-10-02 10:56:33,38.71
o2,c2,u1,delivered,2018-07-24 20:41:37,141.46`),
    );
    expect(ids).toEqual(['u1']);
  });

  it('Amazon: names no buyer, so no customer value can come of it', async () => {
    const file = csv(`
amazon-order-id\tmerchant-order-id\tpurchase-date\torder-status\tsku\tquantity\tcurrency\titem-price
1-2\t1-2\t2025-01-02T10:00:00+00:00\tShipped\tA\t1\tUSD\t10.00`);
    expect(await inspect(file)).toMatchObject({ kind: 'problem', code: 'NO_BUYER_ID' });
  });
});

describe('the same source in its other forms', () => {
  const forms: Record<string, [text: string, expected: object]> = {
    'WooCommerce analytics of a Dutch shop': [
      `
Datum,Bestelling #,N. Omzet (opgemaakt),Status,Klant,Klanttype,Product(en),Verkochte artikelen,Waardebon(nen),N. Omzet,Toewijzing
2025-01-02 10:00:00,71,"€ 1.050,00",completed,Ann Lee,new,1x Pot,1,,1050.00,Direct
2025-01-09 10:00:00,71,"-€ 50,00",refunded,Ann Lee,returning,1x Pot,1,,-50.00,Direct`,
      { layout: 'woocommerce-analytics', identity: 'name', revenue: '1000.00', accepted: 2 },
    ],
    'WooCommerce analytics of a German shop': [
      `
Datum,Bestellung Nr.,N. Umsatz (formatiert),Status,Kunde,Kundentyp,Produkt(e),Verkaufte Artikel,Gutschein(e),N. Umsatz
2025-01-02 10:00:00,71,"1.050,00 €",completed,Ann Lee,new,1x Pot,1,,1050.00`,
      { layout: 'woocommerce-analytics', identity: 'name', revenue: '1050.00', accepted: 1 },
    ],
    'WooCommerce analytics with cells escaped against formulas': [
      `
Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue
2025-01-02 10:00:00,71,"$1,050.00",completed,'=Ann Lee,new,1x Pot,1,,1050.00
2025-01-09 10:00:00,71,'-$50.00,refunded,'=Ann Lee,returning,1x Pot,1,,'-50.00`,
      { layout: 'woocommerce-analytics', revenue: '1000.00', accepted: 2, customers: 1 },
    ],
    'Stripe with its older names, decimal commas and a refund in full': [
      `
id,Description,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Fee,Tax,Status,Customer ID,Customer Email,Captured
ch_1,Order,2019-03-01 10:00,"100,00","0,00",eur,"100,00","3,20","0,00",Paid,cus_A,a@x.io,TRUE
ch_2,Order,2019-03-02 10:00,"50,00","20,00",eur,"50,00","1,75","0,00",Paid,cus_A,a@x.io,TRUE
ch_3,Order,2019-03-03 10:00,"50,00","50,00",eur,"50,00","1,75","0,00",Refunded,cus_A,a@x.io,TRUE`,
      { layout: 'stripe', decimal: ',', revenue: '123.30', accepted: 3 },
    ],
    'Square as it is exported, with two-digit years': [
      `
Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Gift Card Sales,Tax,Tip,Total Collected,Fees,Net Total,Transaction ID,Payment ID,Event Type,Location,Customer ID,Customer Name,Customer Reference ID,Transaction Status
01/13/25,10:15:00,Eastern Time (US & Canada),$50.00,-$5.00,$45.00,$0.00,$3.60,$0.00,$48.60,-$1.56,$47.04,T1,P1,Payment,Main,C1,Ann,,Complete
01/14/25,10:15:00,Eastern Time (US & Canada),-$45.00,$0.00,-$45.00,$0.00,-$3.60,$0.00,-$48.60,$0.00,-$48.60,T3,P2,Refund,Main,C1,Ann,,Complete`,
      { layout: 'square', dateOrder: 'mdy', revenue: '-1.56', accepted: 2 },
    ],
    'PayPal in the United States; a hold and a pending payment': [
      `
"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Balance Impact"
"03/13/2025","10:00:00","PST","Ann Lee","Express Checkout Payment","Completed","USD","1,050.00","-30.00","1,020.00","ann@x.io","shop@x.io","T1","Credit"
"03/14/2025","10:00:00","PST","Ann Lee","Payment Hold","Completed","USD","-50.00","0.00","-50.00","ann@x.io","shop@x.io","T4","Debit"
"03/15/2025","10:00:00","PST","Bob","Website Payment","Pending","USD","20.00","0.00","20.00","bob@x.io","shop@x.io","T5","Memo"`,
      { layout: 'paypal', dateOrder: 'mdy', decimal: '.', revenue: '1020.00', accepted: 1 },
    ],
    'PayPal with the year first': [
      `
"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Balance Impact"
"2025/03/13","10:00:00","CET","Ann Lee","Express Checkout Payment","Completed","EUR","1.050,00","-30,00","1.020,00","ann@x.io","shop@x.io","T1","Credit"`,
      { layout: 'paypal', decimal: ',', revenue: '1020.00', firstDate: '2025-03-13' },
    ],
    'Magento 2 with 12-hour times and refunds in their column': [
      `
ID,"Purchase Point","Purchase Date","Bill-to Name","Grand Total (Base)","Grand Total (Purchased)",Status,"Customer Email","Shipping and Handling","Customer Name","Total Refunded"
000000001,"Main Website","Jan 2, 2025, 5:09:34 PM",Ann,100.0000,100.0000,complete,ann@x.io,10.0000,Ann,0.0000
000000003,"Main Website","2025-01-03 13:30:00",Cem,40.0000,40.0000,closed,cem@x.io,0.0000,Cem,40.0000`,
      { layout: 'magento', identity: 'email', revenue: '90.0000', accepted: 2 },
    ],
    'BigCommerce with an Email Address': [
      `
Order ID,Order Date,Order Status,Order Total,Email Address,First Name
100,13/01/2025,Completed,60.00,ann@x.io,Ann
101,14/01/2025,Declined,60.00,bob@x.io,Bob`,
      { layout: 'bigcommerce', identity: 'email', revenue: '60.00', accepted: 1 },
    ],
    'UCI with ISO times and ids as 17850.0': [
      `
InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
536365,85123A,H,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
C536379,D,Discount,-1,2010-12-13 09:41:00,27.5,14527.0,United Kingdom`,
      { layout: 'uci-online-retail', revenue: '-12.20', accepted: 2 },
    ],
    'UCI, second edition, day first': [
      `
Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country
489434,85048,H,12,1/12/2009 07:45,6.95,13085,United Kingdom
489435,85048,H,12,13/12/2009 07:46,6.95,13085,United Kingdom`,
      { layout: 'uci-online-retail', dateOrder: 'dmy', revenue: '166.80', accepted: 2 },
    ],
    'UCI through a European Excel': [
      `
InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Country
536365;85123A;H;6;01.12.2010 08:26;2,55;17850;United Kingdom`,
      { layout: 'uci-online-retail', decimal: ',', revenue: '15.30', firstDate: '2010-12-01' },
    ],
  };
  for (const [name, [text, expected]] of Object.entries(forms))
    it(name, async () => {
      expect((await imported(csv(text))).report).toMatchObject(expected);
    });

  it('WooCommerce exporters that repeat an order for each item ask about its total', async () => {
    const file = csv(`
order_id,order_number,order_date,order_status,customer_id,billing_email,order_total,order_currency,item_name
81,81,2025-02-01 09:00:00,completed,5,ann@x.io,25.50,EUR,Pot
81,81,2025-02-01 09:00:00,completed,5,ann@x.io,25.50,EUR,Lid
82,82,2025-02-03 09:00:00,processing,6,bob@x.io,7.00,EUR,Pot`);
    const { questions } = await understood(file);
    expect(questions.map(({ code }) => code)).toEqual(['ORDER_TOTAL_REPEATED']);
    expect((await imported(file, { orderTotals: 'once' })).report.revenue).toBe('32.50');
  });
});

describe('headers in four languages', () => {
  const ROWS = 'K1|2025-01-13|A1|10.50|ok\nK2|2025-01-14|A2|20.00|ok';
  const HEADERS = {
    English: 'Customer ID|Order Date|Order Number|Total|Status',
    Vietnamese: 'Mã khách hàng|Ngày đặt|Mã đơn hàng|Tổng tiền|Trạng thái',
    'Vietnamese, bare': 'Ma khach hang|Ngay tao|Ma hoa don|Thanh tien|Trang thai',
    'Vietnamese by phone': 'Số điện thoại|Ngày lập|Mã đơn|Thành tiền|Trạng thái',
    Dutch: 'Klantnummer|Datum|Bestelnummer|Totaal|Status',
    German: 'Kundennummer|Datum|Bestellnummer|Gesamtbetrag|Status',
  };
  for (const [language, header] of Object.entries(HEADERS))
    it(language, async () => {
      const { mapping, missing } = await understood(csv(`${header}\n${ROWS}`));
      expect(missing).toEqual([]);
      expect(mapping).toMatchObject({ customer: 0, date: 1, order: 2, amount: 3, status: 4 });
    });
});
