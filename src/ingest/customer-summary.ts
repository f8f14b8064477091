import type { Cells } from './cells';
import { IdTable } from './id-table';
import { SummaryRows } from './summary-rows';
import type { TableContent } from './table-content';
import type { RowFault, RowRemark, TableRows } from './table-rows';
import type { Understanding } from './understanding';

/** One row a customer: x, t_x, T and mean spend, or first and last day, orders and revenue. */
export class CustomerSummaryRows implements TableRows {
  readonly #rows = new SummaryRows();
  readonly #ids = new IdTable();
  readonly #known = new Set<number>();
  #customer = -1;

  get remarks(): readonly RowRemark[] {
    return this.#rows.remarks;
  }

  get customers(): number {
    return this.#known.size;
  }

  begin(understanding: Understanding): void {
    this.#rows.begin(understanding);
    this.#customer = understanding.table?.mapping.customer ?? -1;
  }

  take(cells: Cells): RowFault | null {
    const id = cells.id(this.#customer, this.#ids);
    if (this.#ids.isEmpty(id)) return { code: 'CUSTOMER_EMPTY', column: this.#customer };
    if (this.#ids.lastTooLong) return { code: 'CELL_TOO_LONG', column: this.#customer };
    if (this.#known.has(id)) return { code: 'CUSTOMER_DUPLICATE', column: this.#customer };
    const fault = this.#rows.read(cells);
    if (fault) return fault;
    this.#known.add(id);
    this.#rows.keep();
    return null;
  }

  settle(): [] {
    return [];
  }

  finish(): TableContent {
    return {
      kind: 'customer-summary',
      summary: this.#rows.finish(null),
      customerIds: this.#ids.texts([...this.#known]),
    };
  }
}
