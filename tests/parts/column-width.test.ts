import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidth, textWidth } from '../../src/parts/column-width';

test('a column is as wide as its cells ask where its heading is shorter, else 120', () => {
  expect(columnWidth({ id: 'net', label: 'Net', width: 90 })).toBe(90);
  expect(columnWidth({ id: 'net', label: 'Net' })).toBe(120);
});

test('a heading is broken where its two lines are most alike, and a word never', () => {
  const width = (label: string) => columnWidth({ id: 'since', label, width: 0 });
  expect(width('Brought until then')).toBe(textWidth('until then'));
  expect(width('Volgende bestelling verwacht')).toBe(textWidth('bestelling verwacht'));
  expect(width('Bestellingen')).toBe(textWidth('Bestellingen'));
});

test('a column that can be sorted has room for the arrow', () => {
  const column = { id: 'net', label: 'Bestellingen', width: 0 };
  expect(columnWidth({ ...column, sortable: true })).toBeGreaterThan(columnWidth(column));
});

test('two lines are never wider than one, nor narrower than the longest word', () => {
  const anyWords = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(anyWords, (words) => {
      const width = columnWidth({ id: 'any', label: words.join(' '), width: 0 });
      expect(width).toBeLessThanOrEqual(textWidth(words.join(' ')));
      expect(width).toBeGreaterThanOrEqual(Math.max(...words.map(textWidth)));
    }),
  );
});
