import { import_column_unnamed } from '../../text/paraglide/messages';
import type { Understanding } from '../../worker/contract/importing';

/** A column as the file calls it, or by its position. */
export function columnName({ columns }: Understanding, column: number): string {
  return columns[column].name || import_column_unnamed({ number: column + 1 });
}
