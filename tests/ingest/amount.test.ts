import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Amount, amountFault, decimalText, readAmount } from '../../src/ingest/amount';
import type { DecimalSign } from '../../src/ingest/choices';

/** How a cell reads in a column with a decimal sign: a plain decimal, or its fault. */
function read(text: string, decimal: DecimalSign | null): string {
  const amount = new Amount();
  readAmount(text, amount);
  return amountFault(amount, decimal) ?? decimalText(amount.whole, amount.scaleUnder(decimal) ?? 0);
}

function evidence(text: string): string {
  const amount = new Amount();
  readAmount(text, amount);
  return amount.evidence;
}

describe('an amount as written', () => {
  const READINGS: [string, DecimalSign | null, string][] = [
    ['1,234.56', '.', '1234.56'],
    ['1.234,56', ',', '1234.56'],
    ['1 234,56', ',', '1234.56'],
    ["1'234.56", '.', '1234.56'],
    ['12,34,567.8', '.', '1234567.8'],
    ['1.234.567', ',', '1234567'],
    ['1,234', '.', '1234'],
    ['1,234', ',', '1.234'],
    ['0,234', ',', '0.234'],
    ['.5', '.', '0.5'],
    ['5.', '.', '5'],
    ['-0.00', '.', '0.00'],
    ['(1,000.25)', '.', '-1000.25'],
    ['5.00-', '.', '-5.00'],
    ['\u22125.00', '.', '-5.00'],
    ['\u20135.00', '.', '-5.00'],
    ['$-45.00', '.', '-45.00'],
    ['-$45.00', '.', '-45.00'],
    ['+7', null, '7'],
    ['19.99 EUR', '.', '19.99'],
    ['€ 19,99', ',', '19.99'],
    ['100.000 ₫', ',', '100000'],
    ['Rs. 1,234.50', '.', '1234.50'],
    ['1.5E+03', '.', '1500'],
    ['2e-3', null, '0.002'],
    ['9007199254740993.25', '.', 'AMOUNT_OUT_OF_RANGE'],
    ['0.1234567890123456789', '.', '0.1234567890123456789'],
    ['1000000000000', null, '1000000000000'],
    ['1000000000000.01', '.', 'AMOUNT_OUT_OF_RANGE'],
    ['', null, 'AMOUNT_EMPTY'],
    ['\u00a0', null, 'AMOUNT_EMPTY'],
    ['-', null, 'AMOUNT_INVALID'],
    ['.', null, 'AMOUNT_INVALID'],
    ['5%', null, 'AMOUNT_INVALID'],
    ['0x1F', null, 'AMOUNT_INVALID'],
    ['true', null, 'AMOUNT_INVALID'],
    ['12 PCS', null, 'AMOUNT_INVALID'],
    ['1,23.45', '.', 'AMOUNT_INVALID'],
    ['1.2.3', '.', 'AMOUNT_INVALID'],
    ['--5', null, 'AMOUNT_INVALID'],
    ['(-5)', null, 'AMOUNT_INVALID'],
    ['\u0661\u0662', null, 'AMOUNT_INVALID'],
    ['-inf', null, 'AMOUNT_NOT_FINITE'],
    ['1e400', null, 'AMOUNT_NOT_FINITE'],
    ['1e13', null, 'AMOUNT_OUT_OF_RANGE'],
    ['19.99', ',', 'AMOUNT_INVALID'],
  ];
  for (const [text, decimal, expected] of READINGS)
    it(`${JSON.stringify(text)} with decimal ${decimal ?? 'open'} is ${expected}`, () => {
      expect(read(text, decimal)).toBe(expected);
    });

  it('proves a decimal sign only where no other reading is possible', () => {
    expect(['19.99', '1,234.5', '1,000,000', '0.125', '1234.567'].map(evidence)).toEqual(
      Array(5).fill('.'),
    );
    expect(['19,99', '1.234,5', '1.000.000', '0,125', '1234,567'].map(evidence)).toEqual(
      Array(5).fill(','),
    );
    expect(['1234', '1 234', "1'234", '-5'].map(evidence)).toEqual(Array(4).fill('none'));
    expect(['1.234', '12,345'].map(evidence)).toEqual(['either.', 'either,']);
  });

  it('comes back from any way of writing it', () => {
    const money = fc.tuple(fc.boolean(), fc.nat(999_999_999), fc.nat(99));
    fc.assert(
      fc.property(money, ([negative, whole, cents]) => {
        const places = String(cents).padStart(2, '0');
        const plain = `${negative && whole + cents > 0 ? '-' : ''}${whole}.${places}`;
        const group = (sign: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, sign);
        const minus = negative ? '-' : '';
        expect(read(`${minus}${whole}.${places}`, '.')).toBe(plain);
        expect(read(`${minus}${group(',')}.${places}`, '.')).toBe(plain);
        expect(read(`${minus}${group('.')},${places}`, ',')).toBe(plain);
        expect(read(`${group('\u202f')},${places}${minus}`, ',')).toBe(plain);
        expect(read(`EUR ${minus}${group(' ')},${places}`, ',')).toBe(plain);
      }),
    );
  });
});
