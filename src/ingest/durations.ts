import type { Attribute } from '../analysis/transactions';
import type { Cells } from './cells';
import { eventMeaning } from './event-meaning';
import type { TableContent } from './table-content';
import { NumberCells, type RowFault, type TableRows } from './table-rows';
import type { Understanding } from './understanding';

/** One description over all files: its values, and one code a subject. */
class Description {
  readonly values: string[] = [];
  readonly codes: number[] = [];
  readonly #known = new Map<string, number>();

  /** @param missing subjects before this file, whose files do not have the description */
  add(value: string, missing: number): void {
    while (this.codes.length < missing) this.codes.push(this.#code(''));
    this.codes.push(this.#code(value));
  }

  finish(name: string, length: number): Attribute {
    while (this.codes.length < length) this.codes.push(this.#code(''));
    return { name, values: this.values, code: Uint32Array.from(this.codes) };
  }

  #code(value: string): number {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    this.#known.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** One row a subject: how long it was watched, and whether it had ended by then. */
export class DurationRows implements TableRows {
  readonly remarks = [];
  readonly #duration: number[] = [];
  readonly #ended: number[] = [];
  readonly #descriptions = new Map<string, Description>();
  #described: { column: number; into: Description }[] = [];
  #numbers!: NumberCells;
  #columns = { duration: -1, event: -1 };
  /** What the event cell of one that ended says. */
  #endedSays: 0 | 1 = 1;

  get customers(): number {
    return this.#duration.length;
  }

  begin(understanding: Understanding): void {
    const { table, columns, attributes } = understanding;
    this.#numbers = new NumberCells(understanding);
    this.#columns = {
      duration: table?.mapping.duration ?? -1,
      event: table?.mapping.event ?? -1,
    };
    this.#endedSays = table?.ended?.means === 'zero' ? 0 : 1;
    this.#described = attributes.map((column) => {
      const name = columns[column].name || `${column + 1}`;
      const into = this.#descriptions.get(name) ?? new Description();
      this.#descriptions.set(name, into);
      return { column, into };
    });
  }

  take(cells: Cells): RowFault | null {
    const { duration, event } = this.#columns;
    const time = this.#numbers.read(cells, duration);
    if (typeof time !== 'number') return { code: 'TIME_INVALID', column: duration };
    if (time < 0) return { code: 'TIME_NEGATIVE', column: duration };
    const said = eventMeaning(cells.text(event));
    if (said === null) return { code: 'EVENT_INVALID', column: event };
    for (const { column, into } of this.#described)
      into.add(cells.text(column).trim(), this.#duration.length);
    this.#duration.push(time);
    this.#ended.push(Number(said === this.#endedSays));
    return null;
  }

  settle(): [] {
    return [];
  }

  finish(): TableContent {
    const { length } = this.#duration;
    return {
      kind: 'durations',
      durations: {
        duration: Float64Array.from(this.#duration),
        ended: Uint8Array.from(this.#ended),
        attributes: Array.from(this.#descriptions, ([name, description]) =>
          description.finish(name, length),
        ),
      },
    };
  }
}
