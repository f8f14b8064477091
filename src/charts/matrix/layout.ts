import { edge } from '../edge';
import { heatStep, heatTints } from '../heat-steps';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Stop, Tint } from '../marks';
import type { Format } from '../plot';
import { textWidth } from '../text-width';
import { wrapWords } from '../wrap-words';

/** One state: a row (before) and a column (after) of the matrix. */
export interface MatrixState {
  label: string;
  /** Place in the palette of segments. */
  place: number;
}

export interface MatrixOptions {
  /** Over the rows and over the columns: "Then", "Now". */
  rowTitle: string;
  columnTitle: string;
  format: Format;
  /** Accessible name and tooltip of a cell. */
  name: (row: number, column: number) => string;
  /** Framed: rows, or one cell of each where `column` is given. */
  chosen: { rows: readonly number[]; column: number | null };
}

const ROW = 30;
const MIN_CELL = 30;
const MAX_CELL = 86;
const STRIP = 5;
const HEAD_LINE = 13;

/**
 * From which state to which: one row for each state before, one column for each after, shaded by the count; what
 * stayed lies on the diagonal, set off from the rest. Columns bear the names where all find room, else the numbers
 * that stand before the rows' names.
 *
 * @param values states x states, `row * states + column`
 */
export function matrixLayout(
  states: readonly MatrixState[],
  values: ArrayLike<number>,
  width: number,
  options: MatrixOptions,
): Drawing {
  const n = states.length;
  const names = states.map(({ label }, i) => `${i + 1} ${label}`);
  const left =
    STRIP + 6 + Math.ceil(Math.max(...names.map((name) => textWidth(name, LABEL_SIZE)))) + 10;
  const cell = Math.min(MAX_CELL, Math.max(MIN_CELL, (width - left) / n));
  const wrapped = states.map(({ label }) => wrapWords(label, cell - 6, LABEL_SIZE - 1));
  const named = wrapped.every(
    (lines) =>
      lines.length <= 3 && lines.every((line) => textWidth(line, LABEL_SIZE - 1) <= cell - 4),
  );
  const heads = named ? wrapped : states.map((_, i) => [String(i + 1)]);
  const headLines = Math.max(...heads.map((lines) => lines.length));
  const top = 18 + headLines * HEAD_LINE + 12;
  // The diagonal, mostly the largest, would leave the moves without a shade.
  const moves = Array.from(values).filter((_, at) => Math.floor(at / n) !== at % n);
  const high = Math.max(0, ...moves);
  const marks: Mark[] = [word(0, 11, options.rowTitle), word(left, 11, options.columnTitle)];
  const stops: Stop[] = [];
  for (const [c, lines] of heads.entries()) {
    const x = left + c * cell;
    for (const [i, line] of lines.entries())
      marks.push({
        ...word(x + (cell - 1) / 2, 18 + (headLines - lines.length + i + 1) * HEAD_LINE, line),
        anchor: 'middle',
        size: LABEL_SIZE - 1,
      });
    marks.push({
      kind: 'rect',
      x: pixel(x),
      y: top - 6,
      width: pixel(cell - 1),
      height: 4,
      ...filled(states[c].place),
    });
  }
  for (const [r, state] of states.entries()) {
    const y = top + r * ROW;
    marks.push(
      { kind: 'rect', x: 0, y, width: STRIP, height: ROW - 1, ...filled(state.place) },
      { ...word(STRIP + 6, y + ROW / 2 + 4, names[r]), fill: 'ink' },
    );
    for (let c = 0; c < n; c++) {
      const value = values[r * n + c];
      const stayed = r === c;
      const tints = heatTints(heatStep(value, 0, high));
      const box = {
        x: pixel(left + c * cell),
        y,
        width: pixel(cell - 1),
        height: ROW - 1,
      };
      marks.push({ kind: 'rect', ...box, fill: stayed ? 'paper-sunk' : tints.fill });
      const shown = value === 0 ? null : options.format(value);
      if (shown !== null && textWidth(shown, LABEL_SIZE) <= cell - 4)
        marks.push({
          kind: 'text',
          x: pixel(left + c * cell + (cell - 1) / 2),
          y: y + ROW / 2 + 4,
          text: shown,
          fill: stayed ? 'ink-muted' : tints.ink,
          anchor: 'middle',
        });
      stops.push({
        row: r,
        name: options.name(r, c),
        hit: box,
        x: pixel(left + (c + 0.5) * cell),
        y,
        shape: 'box',
        key: `${r} ${c}`,
      });
    }
  }
  const { rows, column } = options.chosen;
  const x = column === null ? left : left + column * cell;
  const wide = column === null ? n * cell : cell;
  for (const row of rows)
    marks.push({
      kind: 'path',
      d: `M${pixel(x - 1)} ${top + row * ROW - 1}h${pixel(wide + 1)}v${ROW + 1}h${pixel(-wide - 1)}z`,
      fill: 'none',
      stroke: 'ink',
      strokeWidth: 2,
    });
  return {
    width: Math.ceil(left + n * cell + 1),
    height: top + n * ROW + 2,
    marks,
    stops,
  };
}

function word(x: number, y: number, text: string) {
  return {
    kind: 'text' as const,
    x: pixel(x),
    y: pixel(y),
    text,
    fill: 'ink-muted' as 'ink' | 'ink-muted',
    anchor: 'start' as const,
  };
}

/** The strip of a state, in its tint. */
function filled(place: number): { fill: Tint; stroke?: Tint } {
  const fill: Tint = `segment-${place}`;
  return { fill, ...edge(fill) };
}
