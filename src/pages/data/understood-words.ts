import { integer, list } from '../../text/format';
import {
  import_delimiter_comma,
  import_delimiter_other,
  import_delimiter_pipe,
  import_delimiter_semicolon,
  import_delimiter_tab,
  import_files_same,
  import_layout,
  import_meaning,
  import_meaning_email,
  import_meaning_id,
  import_meaning_less,
  import_meaning_name,
  import_meaning_phone,
  import_meaning_product,
  import_rows_all,
  import_rows_first,
  import_source_amazon,
  import_source_bigcommerce,
  import_source_etsy,
  import_source_magento,
  import_source_olist,
  import_source_paypal,
  import_source_shopify,
  import_source_square,
  import_source_stripe,
  import_source_uci_online_retail,
  import_source_woocommerce_analytics,
  import_source_woocommerce_orders,
  import_understood,
} from '../../text/paraglide/messages';
import type { Understanding } from '../../worker/contract/importing';
import { columnName } from './column-name';

const DELIMITERS: Partial<Record<string, () => string>> = {
  ',': import_delimiter_comma,
  ';': import_delimiter_semicolon,
  '\t': import_delimiter_tab,
  '|': import_delimiter_pipe,
};

/** Characters of an example beside a column's name. */
const EXAMPLE = 24;

const SOURCES: Record<Exclude<Understanding['layout'], 'generic'>, () => string> = {
  shopify: import_source_shopify,
  'woocommerce-analytics': import_source_woocommerce_analytics,
  'woocommerce-orders': import_source_woocommerce_orders,
  stripe: import_source_stripe,
  square: import_source_square,
  paypal: import_source_paypal,
  magento: import_source_magento,
  bigcommerce: import_source_bigcommerce,
  etsy: import_source_etsy,
  'uci-online-retail': import_source_uci_online_retail,
  olist: import_source_olist,
  amazon: import_source_amazon,
};

const IDENTITIES: Record<
  NonNullable<Understanding['identity']>['kind'],
  (facts: { column: string }) => string
> = {
  name: import_meaning_name,
  email: import_meaning_email,
  phone: import_meaning_phone,
  id: import_meaning_id,
};

/** How files with one header were read: rows, encoding, delimiter. */
export function fileWords(files: readonly { understood: Understanding }[]): string {
  const [{ understood }] = files;
  const { file, rowsRead, complete, encoding, delimiter } = understood;
  const rows = integer(rowsRead) ?? '';
  return import_understood({
    file: files.length === 1 ? file : import_files_same({ count: files.length }),
    rows: complete ? import_rows_all({ rows }) : import_rows_first({ rows }),
    encoding: encoding.toUpperCase(),
    delimiter: DELIMITERS[delimiter]?.() ?? import_delimiter_other({ sign: delimiter }),
  });
}

/** The columns to choose from, each with an example of what stands in it. */
export function columnOptions(understood: Understanding): { value: string; label: string }[] {
  return understood.columns.map(({ index, examples }) => ({
    value: String(index),
    label:
      columnName(understood, index) +
      (examples.length > 0 ? ` (${examples[0].slice(0, EXAMPLE)})` : ''),
  }));
}

/** Who wrote the file, where its header gives it away; '' otherwise. */
export function sourceWords({ layout }: Understanding): string {
  return layout === 'generic' ? '' : import_layout({ source: SOURCES[layout]() });
}

/** Customer, date and amount in one sentence; '' while one of them is missing. */
export function meaningWords(understanding: Understanding): string {
  const { identity, mapping, deduct } = understanding;
  const amount = amountWords(understanding);
  if (identity === null || mapping.date === undefined || amount === null) return '';
  const parts = deduct.flatMap((part) => {
    const column = mapping[part];
    return column === undefined ? [] : [columnName(understanding, column)];
  });
  return import_meaning({
    customer: IDENTITIES[identity.kind]({
      column: columnName(understanding, identity.column),
    }),
    date: columnName(understanding, mapping.date),
    amount: parts.length > 0 ? import_meaning_less({ amount, parts: list(parts) }) : amount,
  });
}

function amountWords(understanding: Understanding): string | null {
  const { amount, quantity, unitPrice } = understanding.mapping;
  if (amount !== undefined) return columnName(understanding, amount);
  if (quantity === undefined || unitPrice === undefined) return null;
  return import_meaning_product({
    quantity: columnName(understanding, quantity),
    price: columnName(understanding, unitPrice),
  });
}
