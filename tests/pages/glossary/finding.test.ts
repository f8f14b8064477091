import { expect, test } from 'vitest';
import { holdsWords, plainLetters } from '../../../src/pages/glossary/finding';

test('accents and capitals make no difference', () => {
  expect(plainLetters('Tỷ lệ giữ chân ĐẾN')).toBe('ty le giu chan den');
  expect(holdsWords('ty le giu', ['Tỷ lệ giữ chân'])).toBe(true);
  expect(holdsWords('BÈTA', ['bètaverdeeld'])).toBe(true);
});

test('every word must stand somewhere in the texts, in any order', () => {
  expect(holdsWords('value lifetime', ['Customer lifetime value', 'What it is worth'])).toBe(true);
  expect(holdsWords('lifetime worth', ['Customer lifetime value', 'What it is worth'])).toBe(true);
  expect(holdsWords('lifetime churn', ['Customer lifetime value', 'What it is worth'])).toBe(false);
});

test('a blank query finds everything', () => {
  expect(holdsWords('', ['anything'])).toBe(true);
  expect(holdsWords('  ', ['anything'])).toBe(true);
});
