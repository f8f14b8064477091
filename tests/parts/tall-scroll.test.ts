import { expect, it } from 'vitest';
import { TallScroll } from '../../src/parts/tall-scroll';

it('leaves what a browser can draw as it is', () => {
  const scroll = new TallScroll(34 * 20_000, 480);
  expect(scroll.height).toBe(34 * 20_000);
  expect(scroll.toRows(1234)).toBe(1234);
  expect(scroll.toScrollTop(1234)).toBe(1234);
});

it('brings the last of a million rows into sight at the end of the scroll bar', () => {
  const rows = 34 * 1_000_000;
  const scroll = new TallScroll(rows, 480);
  expect(scroll.height).toBeLessThan(17_000_000);
  expect(scroll.toRows(0)).toBe(0);
  expect(scroll.toRows(scroll.height - 480)).toBeCloseTo(rows - 480, 3);
  expect(scroll.toScrollTop(scroll.toRows(777))).toBeCloseTo(777, 9);
});
