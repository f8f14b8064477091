import { nameKey } from './column-names';
import { fileSlices, type NamedBlob } from './file-slices';
import { isChangedFile } from './inspect';
import { RecordCutter } from './record-cutter';
import { isFault, recordsOf, recordsOfText, type TextRecord } from './record-stream';
import { StrictDecoder } from './text-decoder';

/** Enough of a file to see its header. */
const HEADER_BYTES = 16 * 1024;

/**
 * The tables of a database such as Olist's: orders say when, payments how much, and customers who, since the
 * customer of an order is another number for every order of one person.
 */
const TABLES = {
  orders: ['orderid', 'customerid', 'orderpurchasetimestamp'],
  payments: ['orderid', 'paymentvalue'],
  customers: ['customerid', 'customeruniqueid'],
} as const;

type TableName = keyof typeof TABLES;

interface Table {
  name: TableName;
  file: NamedBlob;
  header: string[];
}

/** Columns of the joined table: those that an import can use. */
const FROM_ORDERS = ['order_id', 'order_status', 'order_purchase_timestamp'];
const FROM_CUSTOMERS = ['customer_unique_id', 'customer_city', 'customer_state'];
const FROM_PAYMENTS = ['payment_value', 'payment_type'];

/**
 * Files that hold one shop's orders in several tables become one file, in place of the first of them; all others are
 * handed back as they are. Nothing gets lost on the way: every payment is a row, on the line it has in its own
 * file, and every order without a payment another one after them.
 *
 * @throws the signal's reason when aborted
 */
export async function joinTables(files: readonly File[], signal?: AbortSignal): Promise<File[]> {
  if (files.length < 3) return [...files];
  try {
    const tables = await tablesAmong(files);
    if (!tables) return [...files];
    const joined = await join(tables, signal);
    const parts = new Set<NamedBlob>(Object.values(tables).map(({ file }) => file));
    const first = files.findIndex((file) => parts.has(file));
    return files.flatMap((file, index) =>
      index === first ? [joined] : parts.has(file) ? [] : [file],
    );
  } catch (error) {
    // Looking at the file itself will tell what happened to it.
    if (isChangedFile(error)) return [...files];
    throw error;
  }
}

async function tablesAmong(files: readonly NamedBlob[]): Promise<Record<TableName, Table> | null> {
  const found: Partial<Record<TableName, Table>> = {};
  for (const file of files) {
    const bytes = new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer());
    const text = new StrictDecoder('utf-8').decode(bytes, true).replace(/^\uFEFF/, '');
    const first = recordsOfText(text, ',', bytes.length === file.size).at(0);
    if (!first || isFault(first)) continue;
    const header = first.cells.map(nameKey);
    const name = (Object.keys(TABLES) as TableName[]).find((table) =>
      TABLES[table].every((key) => header.includes(key)),
    );
    // A file with all of it needs no other.
    if (name === undefined || isWhole(header)) continue;
    found[name] ??= { name, file, header };
  }
  const { orders, payments, customers } = found;
  return orders && payments && customers ? { orders, payments, customers } : null;
}

function isWhole(header: readonly string[]): boolean {
  return header.includes('customeruniqueid') && header.includes('orderpurchasetimestamp');
}

async function join(tables: Record<TableName, Table>, signal?: AbortSignal): Promise<File> {
  const people = new Map<string, string>();
  const person = pickOf(tables.customers, FROM_CUSTOMERS);
  const customerOf = cellOf(tables.customers, 'customerid');
  for await (const record of rowsOf(tables.customers, signal))
    people.set(customerOf(record), person(record));

  const nobody = csvLine(FROM_CUSTOMERS.map(() => ''));
  const orders = new Map<string, { text: string; paid: boolean }>();
  const order = pickOf(tables.orders, FROM_ORDERS);
  const orderOf = cellOf(tables.orders, 'orderid');
  const buyerOf = cellOf(tables.orders, 'customerid');
  for await (const record of rowsOf(tables.orders, signal)) {
    const text = `${order(record)},${people.get(buyerOf(record)) ?? nobody}`;
    orders.set(orderOf(record), { text, paid: false });
  }

  const lines = [csvLine([...FROM_ORDERS, ...FROM_CUSTOMERS, ...FROM_PAYMENTS])];
  const payment = pickOf(tables.payments, FROM_PAYMENTS);
  const paidOrder = cellOf(tables.payments, 'orderid');
  const blank = csvLine(FROM_PAYMENTS.map(() => ''));
  for await (const record of rowsOf(tables.payments, signal)) {
    const id = paidOrder(record);
    const known = orders.get(id);
    if (known) known.paid = true;
    lines.push(`${known?.text ?? `${csvLine([id, '', ''])},${nobody}`},${payment(record)}`);
  }
  for (const { text, paid } of orders.values()) if (!paid) lines.push(`${text},${blank}`);
  const name = [tables.orders, tables.payments, tables.customers]
    .map(({ file }) => file.name ?? '')
    .join(' + ');
  return new File([lines.join('\n'), '\n'], name, { type: 'text/csv' });
}

/** Records after the header; those that cannot be read go on as one blank cell, to be told by the import. */
async function* rowsOf({ file }: Table, signal?: AbortSignal): AsyncGenerator<TextRecord> {
  const decoder = new StrictDecoder('utf-8');
  const cutter = new RecordCutter(',');
  let bytes = 0;
  for await (const slice of fileSlices(file, 0, undefined, signal)) {
    bytes += slice.length;
    const final = bytes >= file.size;
    for (const record of recordsOf(cutter.cut(decoder.decode(slice, final), final), ',')) {
      if (record.line === 1) continue;
      if (!isFault(record)) yield record;
      else yield { line: record.line, lastLine: record.lastLine, cells: [''], text: record.text };
    }
  }
}

/** Picks named columns of a record as the text of a CSV line. */
function pickOf({ header }: Table, names: readonly string[]): (record: TextRecord) => string {
  const columns = names.map((name) => header.indexOf(nameKey(name)));
  return ({ cells }) => csvLine(columns.map((column) => cells[column] ?? ''));
}

function cellOf({ header }: Table, key: string): (record: TextRecord) => string {
  const column = header.indexOf(key);
  return ({ cells }) => (cells[column] ?? '').trim();
}

function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
