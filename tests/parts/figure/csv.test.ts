import { expect, it } from 'vitest';
import { csvText, pastedText } from '../../../src/parts/figure/csv';

it('a table has a header and lines ended by CR LF', () => {
  expect(csvText(['Period', 'Share'], [['Jan', 0.5]])).toBe('Period,Share\r\nJan,0.5\r\n');
});

it('is pasted with a tab between cells and a line a row, whatever the cells hold', () => {
  expect(
    pastedText(
      ['Name', 'Sum'],
      [
        ['a\tb\r\nc', 1.5],
        ['=1', null],
      ],
    ),
  ).toBe("Name\tSum\na b c\t1.5\n'=1\t\n");
});
