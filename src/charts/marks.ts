/**
 * The vocabulary of every figure. A layout turns data and a size into these plain marks; a component draws them, a
 * test writes them to a golden file, and neither knows the other.
 */

/** A colour by its role: the name of a token of src/theme.css. */
export type Tint =
  | 'ink'
  | 'ink-muted'
  | 'hairline'
  | 'rule'
  | 'paper'
  | 'paper-sunk'
  | Tone
  | `${'accent' | 'model' | 'benchmark' | 'bad'}-tint`
  | `${'' | 'on-'}heat-${number}`
  | `${'' | 'on-'}segment-${number}`;

/** Whose numbers these are: accent = the person's own, model = what a model says, benchmark = what others reach. */
export type Tone = 'accent' | 'model' | 'benchmark' | 'bad';

interface RectMark {
  kind: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  fill: Tint | 'none';
  stroke?: Tint;
}

interface PathMark {
  kind: 'path';
  /** SVG path data. */
  d: string;
  fill: Tint | 'none';
  stroke?: Tint;
  strokeWidth?: number;
  dashed?: boolean;
}

interface LineMark {
  kind: 'line';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  stroke: Tint;
  strokeWidth?: number;
  dashed?: boolean;
}

interface DotMark {
  kind: 'dot';
  x: number;
  y: number;
  r: number;
  fill: Tint;
  /** A ring keeps a dot apart from the line it sits on. */
  stroke?: Tint;
}

export interface TextMark {
  kind: 'text';
  x: number;
  /** Baseline. */
  y: number;
  text: string;
  fill: Tint;
  anchor: 'start' | 'middle' | 'end';
  /** px; 12 when absent. */
  size?: number;
  strong?: boolean;
  /** Paper around the letters, for text that crosses a line. */
  halo?: boolean;
}

export type Mark = RectMark | PathMark | LineMark | DotMark | TextMark;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A place in a figure that the pointer or the arrow keys can rest on. */
export interface Stop {
  /** Arrow keys move by column within a row, and between rows at the nearest x. */
  row: number;
  /** What it says, as accessible name and as tooltip. */
  name: string;
  /** Where the pointer meets it. */
  hit: Box;
  /** Where the tooltip points at. */
  x: number;
  y: number;
  /** How resting is shown: a ring at (x, y), or an outline of the hit box. */
  shape: 'ring' | 'box';
  /** The caller's own name of it, given back when it is chosen. */
  key?: string;
}

/** What a layout returns. */
export interface Drawing {
  width: number;
  height: number;
  marks: Mark[];
  stops: Stop[];
}

export interface Size {
  width: number;
  height: number;
}

/** Type size of ticks and labels, px. */
export const LABEL_SIZE = 12;

/** Half a hundredth of a pixel is enough, and golden files stay readable. */
export function pixel(value: number): number {
  return Math.round(value * 100) / 100;
}
