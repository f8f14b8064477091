import { describe, expect, it } from 'vitest';
import { edge } from '../../src/charts/edge';
import { GROUP_TINTS } from '../../src/charts/group-curves/layout';
import type { Tint } from '../../src/charts/marks';
import { distance, type Vision, VISIONS } from './colour-vision';
import { drawings } from './drawings';
import { contrast, tokens } from './tokens';

/** Own data, model, benchmark, and what went wrong. */
const ROLES = ['accent', 'model', 'benchmark', 'bad'] as const satisfies readonly Tint[];
const SEGMENTS = Array.from({ length: 11 }, (_, i): Tint => `segment-${i + 1}`);
const THEMES = [
  ['light', 0],
  ['dark', 1],
] as const;

/** Many times a just noticeable difference: told apart at a glance, in thin lines too. */
const APART = 14;
/** Areas that lie side by side, each with its label. */
const APART_LABELLED = 10;

const colour = (name: Tint, theme: 0 | 1): string => {
  const pair = tokens.get(name);
  if (!pair) throw new Error(`no token --${name}`);
  return pair[theme];
};

/** Pairs of tints that this vision would take for each other. */
function mistaken(tints: readonly Tint[], theme: 0 | 1, vision: Vision, least: number): string[] {
  return tints.flatMap((a, i) =>
    tints.slice(i + 1).flatMap((b) => {
      const apart = distance(colour(a, theme), colour(b, theme), vision);
      return apart < least ? [`${a} / ${b}: ${apart.toFixed(1)}`] : [];
    }),
  );
}

describe.each(THEMES)('the palette of the %s theme', (_, theme) => {
  const visions = Object.keys(VISIONS) as Vision[];

  it.each(visions)('keeps the roles apart, %s', (vision) => {
    expect(mistaken(ROLES, theme, vision, APART)).toEqual([]);
  });

  it.each(visions)('keeps all segments apart, %s', (vision) => {
    expect(mistaken(SEGMENTS, theme, vision, APART_LABELLED)).toEqual([]);
  });

  it.each(visions)('keeps the curves of groups apart, %s', (vision) => {
    expect(mistaken(GROUP_TINTS, theme, vision, APART_LABELLED)).toEqual([]);
  });

  it.each([...new Set<Tint>([...ROLES, ...GROUP_TINTS, 'rule'])])(
    'a line in %s stands out from the paper (3 to 1)',
    (tint) => {
      expect(contrast(colour(tint, theme), colour('paper', theme))).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(ROLES)('a line in %s stands out from its own interval (3 to 1)', (role) => {
    expect(contrast(colour(role, theme), colour(`${role}-tint`, theme))).toBeGreaterThanOrEqual(3);
  });

  it.each(SEGMENTS)('%s stands out from the paper (3 to 1), or has an edge that does', (tint) => {
    const shown = edge(tint).stroke ?? tint;
    expect(contrast(colour(shown, theme), colour('paper', theme))).toBeGreaterThanOrEqual(3);
  });
});

it.each(Object.entries(drawings))('every segment tint in %s has its edge', (_, draw) => {
  const bare = draw(350).marks.filter(
    (mark) =>
      mark.kind === 'rect' && mark.fill !== 'none' && edge(mark.fill).stroke !== mark.stroke,
  );
  expect(bare).toEqual([]);
});
