import type { Cells } from './cells';
import { SummaryRows } from './summary-rows';
import type { TableContent } from './table-content';
import { NumberCells, type RowFault, type RowRemark, type TableRows } from './table-rows';
import type { Understanding } from './understanding';

/** One row a group of customers alike in x, t_x and T, with how many they are. */
export class GroupedSummaryRows implements TableRows {
  readonly #rows = new SummaryRows();
  readonly #sizes: number[] = [];
  #numbers!: NumberCells;
  #count = -1;
  #remarks: RowRemark[] = [];
  customers = 0;

  get remarks(): readonly RowRemark[] {
    return this.#remarks;
  }

  begin(understanding: Understanding): void {
    this.#rows.begin(understanding);
    this.#numbers = new NumberCells(understanding);
    this.#count = understanding.table?.mapping.count ?? -1;
  }

  take(cells: Cells): RowFault | null {
    const size = this.#numbers.read(cells, this.#count);
    const sound =
      typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= 0xffffffff;
    if (!sound) return { code: 'COUNT_INVALID', column: this.#count };
    const fault = this.#rows.read(cells);
    if (fault) return fault;
    const { row } = this.#rows;
    // One mean for many hides how they differ, which is what the spend model is about.
    const blurred = size > 1 && row.x > 0 && row.m > 0;
    this.#remarks = blurred ? [...this.#rows.remarks, 'GROUP_MEANS'] : this.#rows.remarks;
    this.#rows.keep();
    this.#sizes.push(size);
    this.customers += size;
    return null;
  }

  settle(): [] {
    return [];
  }

  finish(): TableContent {
    return {
      kind: 'grouped-summary',
      summary: this.#rows.finish(Float64Array.from(this.#sizes)),
    };
  }
}
