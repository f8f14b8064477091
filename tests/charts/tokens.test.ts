import { describe, expect, it } from 'vitest';
import { contrast, tokens } from './tokens';

const colour = (name: string, theme: 0 | 1): string => {
  const pair = tokens.get(name);
  if (!pair) throw new Error(`no token --${name}`);
  return pair[theme];
};

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('colours of the %s theme', (_, theme) => {
  const grounds = ['paper', 'paper-sunk', 'paper-raised'];
  const inks = ['ink', 'ink-muted', 'accent', 'model', 'benchmark', 'bad'];
  it.each(grounds.flatMap((ground) => inks.map((ink) => [ink, ground])))(
    '%s reads on %s (4.5 to 1)',
    (ink, ground) => {
      expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['ink', 'accent-tint'],
    ['ink', 'model-tint'],
    ['ink', 'bad-tint'],
    ['ink', 'selection'],
    ['accent', 'model-tint'],
    ['accent', 'bad-tint'],
    ['accent-ink', 'accent'],
    ['model', 'model-tint'],
  ])('%s reads on %s', (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...Array.from({ length: 11 }, (_, i) => `segment-${i + 1}`)])(
    'a label reads on %s',
    (name) => {
      expect(contrast(colour(`on-${name}`, theme), colour(name, theme))).toBeGreaterThanOrEqual(
        4.5,
      );
    },
  );

  it.each([...Array.from({ length: 9 }, (_, i) => `heat-${i}`)])('a number reads on %s', (name) => {
    expect(contrast(colour(`on-${name}`, theme), colour(name, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it('steps of the heat scale go one way from the paper', () => {
    const ladder = Array.from({ length: 9 }, (_, i) =>
      contrast(colour(`heat-${i}`, theme), colour('paper', theme)),
    );
    expect([...ladder].sort((a, b) => a - b)).toEqual(ladder);
  });

  it('borders of controls stand out from the paper (3 to 1)', () => {
    expect(contrast(colour('rule', theme), colour('paper', theme))).toBeGreaterThanOrEqual(3);
  });
});
