import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkText, readLink } from '../../../src/pages/lifespan/laboratory/link';
import {
  fieldsOf,
  initialSheets,
  VIEWS,
  type AllValues,
  type Sheet,
  type View,
} from '../../../src/pages/lifespan/laboratory/sheets';

const views = Object.keys(VIEWS) as View[];

/** Anything that can be typed into a sheet. */
function typed(sheet: Sheet): fc.Arbitrary<Record<string, string | number>> {
  return fc.record(
    Object.fromEntries(
      fieldsOf(sheet).map(([name, field]) => [
        name,
        field.kind === 'choice'
          ? fc.constantFrom(...field.options)
          : fc.double({ min: field.min, max: field.max, noNaN: true }),
      ]),
    ),
  );
}

test('a link brings back exactly what was typed, in any view', () => {
  const sheets = Object.keys(initialSheets()) as Sheet[];
  const anything = fc.record(
    Object.fromEntries(sheets.map((sheet) => [sheet, typed(sheet)])),
  ) as unknown as fc.Arbitrary<AllValues>;
  fc.assert(
    fc.property(
      fc.constantFrom(...views),
      fc.constantFrom('USD', 'VND', null),
      anything,
      (view, currency, values) => {
        const read = readLink(linkText(view, currency, values));
        if (typeof read === 'string') throw new Error(read);
        expect(read.view).toBe(view);
        expect(read.currency).toBe(currency);
        for (const sheet of VIEWS[view] as readonly Sheet[])
          // A link writes -0 as 0.
          for (const [name] of fieldsOf(sheet))
            expect((read.values[sheet] as Record<string, unknown>)[name] ?? null).toEqual(
              (values[sheet] as Record<string, unknown>)[name] === 0
                ? 0
                : (values[sheet] as Record<string, unknown>)[name],
            );
      },
    ),
    { numRuns: 200 },
  );
});

test('links are short enough to be sent', () => {
  for (const view of views) expect(linkText(view, 'USD', initialSheets()).length).toBeLessThan(160);
});

test.each([
  ['nothing', ''],
  ['no version', 'simple~USD~shop~50~4~5~100'],
  ['an unknown view', '1~nonsense~USD'],
  ['a missing number', '1~simple~USD~shop~50~4~5'],
  ['a number too many', '1~simple~USD~shop~50~4~5~100~7'],
  ['an empty number', '1~simple~USD~shop~~4~5~100'],
  ['no number', '1~simple~USD~shop~fifty~4~5~100'],
  ['a margin of 120%', '1~simple~USD~shop~50~4~5~120'],
  ['a negative discount', '1~finite~USD~year~100~80~-1~5'],
  ['an unknown choice', '1~simple~USD~bazaar~50~4~5~100'],
  ['a currency that is none', '1~simple~dollars~shop~50~4~5~100'],
  ['a name of every object', '1~constructor~USD'],
])('a link with %s is refused', (_, text) => {
  expect(readLink(text)).toBe('BROKEN');
});

test('a link of a later version says so', () => {
  expect(readLink('2~simple~USD~shop~50~4~5~100~new')).toBe('NEWER');
});

test('a link of version 1 opens what it always did', () => {
  expect(readLink('1~simple~USD~subscription~20~12~2.5~100')).toEqual({
    view: 'simple',
    currency: 'USD',
    values: {
      simple: { mode: 'subscription', orderValue: 20, ordersPerYear: 12, years: 2.5, margin: 100 },
    },
  });
});
