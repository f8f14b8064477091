import { list } from '../../text/format';
import * as messages from '../../text/paraglide/messages';
import {
  import_layout,
  import_meaning,
  import_meaning_less,
  import_meaning_product,
} from '../../text/paraglide/messages';
import type { Understanding } from '../../worker/protocol';
import { columnName } from './column-name';

/** Who wrote the file, where its header gives it away; '' otherwise. */
export function sourceWords({ layout }: Understanding): string {
  return layout === 'generic'
    ? ''
    : import_layout({ source: messages[`import_source_${layout}`]() });
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
    customer: messages[`import_meaning_${identity.kind}`]({
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
