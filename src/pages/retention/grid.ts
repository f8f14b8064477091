/** Rows of `columns` values each; what is no number is not known. */
export function grid(values: ArrayLike<number>, columns: number): (number | null)[][] {
  return Array.from({ length: values.length / columns }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const value = values[row * columns + column];
      return Number.isFinite(value) ? value : null;
    }),
  );
}

/** A cell of a grid. */
interface Cell {
  row: number;
  column: number;
  value: number;
}

function cells(rows: readonly (readonly (number | null)[])[]): Cell[] {
  return rows.flatMap((values, row) =>
    values.flatMap((value, column) => (value === null ? [] : [{ row, column, value }])),
  );
}

/** The cell with the most; the first of equals. Rows must hold a number. */
export function greatest(rows: readonly (readonly (number | null)[])[]): Cell {
  return cells(rows).reduce((most, cell) => (cell.value > most.value ? cell : most));
}

/** The cell with the least; the first of equals. Rows must hold a number. */
export function least(rows: readonly (readonly (number | null)[])[]): Cell {
  return cells(rows).reduce((few, cell) => (cell.value < few.value ? cell : few));
}
