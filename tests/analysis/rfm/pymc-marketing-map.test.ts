import { expect, test } from 'vitest';
import { pymcMarketingMap } from '../../../src/analysis/rfm/pymc-marketing-map';

/** The codes that PyMC-Marketing leaves to "Other" (reference entry "rfm-segments-pymc"). */
const UNMAPPED = '121 131 141 142 213 221 231 241 242 321 331 341 342 421 431 432 441 442'.split(
  ' ',
);

test('46 of the 64 codes are named, each once, and the other 18 are Other', () => {
  const others: string[] = [];
  const sizes = new Map<string, number>();
  for (let r = 1; r <= 4; r++)
    for (let f = 1; f <= 4; f++)
      for (let m = 1; m <= 4; m++) {
        const name = pymcMarketingMap.names[pymcMarketingMap.segment(r, f, m)];
        sizes.set(name, (sizes.get(name) ?? 0) + 1);
        if (name === 'Other') others.push(`${r}${f}${m}`);
      }
  expect(others).toEqual(UNMAPPED);
  expect(Object.fromEntries(sizes)).toEqual({
    Premium: 8,
    Repeat: 7,
    'Top Spender': 13,
    'At Risk': 11,
    Inactive: 7,
    Other: 18,
  });
});
