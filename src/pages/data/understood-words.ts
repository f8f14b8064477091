import { list } from '../../text/format';
import {
  import_layout,
  import_meaning,
  import_meaning_email,
  import_meaning_id,
  import_meaning_less,
  import_meaning_name,
  import_meaning_phone,
  import_meaning_product,
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
} from '../../text/paraglide/messages';
import type { Understanding } from '../../worker/contract/importing';
import { columnName } from './column-name';

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
