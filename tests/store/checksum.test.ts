import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum } from '../../src/store/checksum';

const ascii = (text: string) => new TextEncoder().encode(text);

describe('MurmurHash3, 32 bits', () => {
  // Values of the reference program, as tabulated on the page of the algorithm.
  test.each([
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['', 0xffffffff, 0x81f16f39],
    ['test', 0, 0xba6bd213],
    ['test', 0x9747b28c, 0x704b81dc],
    ['Hello, world!', 0, 0xc0363e43],
    ['The quick brown fox jumps over the lazy dog', 0, 0x2e4ff723],
  ])('%j with seed %i', (text, seed, expected) => {
    expect(checksum(ascii(text), seed)).toBe(expected);
  });

  test('is the same wherever in memory the bytes lie', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), fc.integer({ min: 0, max: 3 }), (bytes, by) => {
        const moved = new Uint8Array(bytes.length + by);
        moved.set(bytes, by);
        expect(checksum(moved.subarray(by))).toBe(checksum(bytes));
      }),
    );
  });

  test('another bit anywhere gives another checksum', () => {
    const bytes = ascii('ann,2024-01-05,10.00');
    const whole = checksum(bytes);
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const other = bytes.slice();
      other[bit >> 3] ^= 1 << (bit & 7);
      expect(checksum(other)).not.toBe(whole);
    }
  });
});
