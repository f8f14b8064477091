import type { Tint } from './marks';

/** Tints under 3 to 1 against the paper, in the light theme or the dark one; a test holds them against the tokens. */
const PALE: ReadonlySet<Tint> = new Set([4, 5, 6, 7, 8].map((place): Tint => `segment-${place}`));

/** A line around a shape whose fill alone does not stand out from the paper (WCAG 2.2, 1.4.11); else nothing. */
export function edge(fill: Tint): { stroke?: Tint } {
  return PALE.has(fill) ? { stroke: 'rule' } : {};
}
