import { nameKey } from '../column-names';
import type { HeaderMatch } from '../header-match';
import type { Mapping, Role } from '../roles';
import type { LayoutId } from '../understanding';
import type { ColumnName, Layout } from './layout';
import { AMAZON, BIGCOMMERCE, ETSY, MAGENTO, OLIST, UCI_ONLINE_RETAIL } from './marketplaces';
import { PAYPAL, SQUARE, STRIPE } from './payments';
import { SHOPIFY } from './shopify';
import { WOOCOMMERCE_ANALYTICS, WOOCOMMERCE_ORDERS } from './woocommerce';

const LAYOUTS: readonly Layout[] = [
  SHOPIFY,
  STRIPE,
  PAYPAL,
  SQUARE,
  WOOCOMMERCE_ANALYTICS,
  WOOCOMMERCE_ORDERS,
  MAGENTO,
  ETSY,
  UCI_ONLINE_RETAIL,
  OLIST,
  AMAZON,
  BIGCOMMERCE,
];

/** The source whose header this is, or null. */
export function recogniseLayout(header: readonly string[]): Layout | null {
  const keys = new Set(header.map(nameKey));
  const has = (name: ColumnName) =>
    typeof name === 'string' ? keys.has(name) : columnOf(header, name) >= 0;
  const fits = (layout: Layout) => layout.all.every(has) && (!layout.any || layout.any.some(has));
  return LAYOUTS.find(fits) ?? null;
}

/** Position of the first column with a name, or -1. */
export function columnOf(header: readonly string[], wanted: ColumnName): number {
  return header.findIndex((name) =>
    typeof wanted === 'string' ? nameKey(name) === wanted : wanted.test(name.trim()),
  );
}

/** The mapping a known source gives, with the general names for what it leaves open. */
export function matchLayout(
  layout: Layout,
  header: readonly string[],
  general: HeaderMatch,
): HeaderMatch {
  const mapping: Mapping = {};
  const taken = new Set<number>();
  let identity = general.identity;
  for (const [role, keys] of Object.entries(layout.columns) as [Role, readonly ColumnName[]][]) {
    if (layout.never?.includes(role)) continue;
    const place = keys.findIndex((key) => columnOf(header, key) >= 0);
    if (place < 0) continue;
    const column = columnOf(header, keys[place]);
    mapping[role] = column;
    taken.add(column);
    if (role === 'customer') identity = layout.identity?.[place] ?? 'id';
  }
  for (const [role, column] of Object.entries(general.mapping) as [Role, number][]) {
    if (mapping[role] !== undefined || layout.never?.includes(role) || taken.has(column)) continue;
    if (role === 'customer' && layout.columns.customer) continue;
    mapping[role] = column;
    taken.add(column);
  }
  const duplicates = general.duplicates.filter(({ role }) => mapping[role] === undefined);
  return { mapping, identity, duplicates, known: Math.max(general.known, taken.size) };
}

/** What is known of a source, by its id; null for a generic file. */
export function layoutById(id: LayoutId): Layout | null {
  return LAYOUTS.find((layout) => layout.id === id) ?? null;
}
