import type { ListColumn } from './table-cell';

/** Px of a character in the type of tables, of the space after a cell, and of the arrow of a sorted column. */
const CHARACTER = 6.6;
const SPACE = 18;
const ARROW = 18;

/** Px that a text takes in a cell, about. */
export function textWidth(text: string): number {
  return text.length * CHARACTER + SPACE;
}

/** Px of a column: as wide as its cells ask, and as its heading on two lines is in the language of the page. */
export function columnWidth({ label, width = 120, sortable = false }: ListColumn): number {
  return Math.max(width, textWidth(longerLine(label)) + (sortable ? ARROW : 0));
}

/** The longer line of a heading that is broken in two where this makes it shortest. */
function longerLine(heading: string): string {
  const words = heading.split(' ');
  const broken = words.map((_, at) =>
    longer(words.slice(0, at).join(' '), words.slice(at).join(' ')),
  );
  return broken.reduce((best, line) => (line.length < best.length ? line : best));
}

function longer(one: string, other: string): string {
  return one.length > other.length ? one : other;
}
