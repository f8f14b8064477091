/** Texts by index, such as the ids of customers: an array of strings, or whatever makes them when they are asked for. */
export interface Texts {
  readonly length: number;
  /** One text; undefined beyond the last. */
  at(index: number): string | undefined;
  /** Those from `start` up to `end`, of all unless given. */
  slice(start?: number, end?: number): string[];
}
