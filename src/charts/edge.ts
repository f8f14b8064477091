import type { Tint } from './marks';

/** Segment tints under 3 to 1 against the paper, in the light theme or the dark one; a test holds them to the tokens. */
const PALE: ReadonlySet<Tint> = new Set([4, 5, 6, 7, 8].map((place): Tint => `segment-${place}`));

/**
 * A line around a shape whose fill alone does not stand out from the paper (WCAG 2.2, 1.4.11): a rule around a pale
 * segment, the role's own colour around its tint; else nothing.
 */
export function edge(fill: Tint): { stroke?: Tint } {
  if (PALE.has(fill)) return { stroke: 'rule' };
  if (fill === 'accent-tint') return { stroke: 'accent' };
  if (fill === 'model-tint') return { stroke: 'model' };
  if (fill === 'benchmark-tint') return { stroke: 'benchmark' };
  return {};
}
