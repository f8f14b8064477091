import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from '../../src/parts/file-name';

test.each([
  ['orders 2024 customers.csv', 'orders 2024 customers.csv'],
  ['=cmd|calc.csv', 'cmd calc.csv'],
  ['\uff1d1+1.csv', '1+1.csv'],
  ['-rf.csv', 'rf.csv'],
  ['../../etc/passwd.csv', 'etc passwd.csv'],
  ['annual\u202efdp.csv', 'annualfdp.csv'],
  ['Đơn hàng.csv', 'Đơn hàng.csv'],
  ['.csv', 'csv'],
  ['', 'tenure'],
])('%j is kept as %j', (words, name) => {
  expect(fileName(words)).toBe(name);
});

test('whatever the words, the ending stays and nothing hides', () => {
  const telling = Array.from('=+-@./\\:*"<>|\u202e\u2069\u200b\ud800\0\t\r\n a1é\uff1d\u{1f600}');
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...telling), maxLength: 150 }), (words) => {
      const name = fileName(`${words} customers.csv`);
      expect(name).toMatch(/^[^=+\-@.\s\p{Cc}\p{Cf}/\\][^\p{Cc}\p{Cf}/\\]*\.csv$/u);
      expect(Array.from(name).length).toBeLessThanOrEqual(104);
    }),
  );
});
