/** A column of a table: how its values read and whether they line up as numbers. */
export interface TableColumn {
  label: string;
  numeric?: boolean;
  /** Values as shown; null shows a dash. Text and plain numbers show themselves without it. */
  format?: (value: number) => string | null;
}

/** A column of a table that scrolls and sorts. */
export interface ListColumn extends TableColumn {
  id: string;
  /** px; 120 when absent. */
  width?: number;
  /** Takes the room that the other columns leave: its cells may be of any length. */
  grows?: boolean;
  sortable?: boolean;
}

export type TableValue = string | number | null;

/** What a cell shows, or null for a dash. */
export function cellText(column: TableColumn, value: TableValue): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  if (column.format) return column.format(value);
  return Number.isFinite(value) ? String(value) : null;
}
