import { decimalText } from './amount';

/** Up to here a double counts every whole number. */
const SPILL = 2 ** 52;

/** Adds decimals without any rounding: one running whole number per count of decimal places. */
export class ExactSum {
  #doubles: number[] = [];
  #spilled = new Map<number, bigint>();
  #places = 0;

  /** Adds mantissa x 10^-scale; |mantissa| at most 2^52. */
  add(mantissa: number, scale: number): void {
    const sum = (this.#doubles[scale] ?? 0) + mantissa;
    if (scale > this.#places) this.#places = scale;
    if (sum > SPILL || sum < -SPILL) {
      this.#doubles[scale] = 0;
      this.addExact(BigInt(sum), scale);
    } else this.#doubles[scale] = sum;
  }

  addExact(mantissa: bigint, scale: number): void {
    if (scale > this.#places) this.#places = scale;
    this.#spilled.set(scale, (this.#spilled.get(scale) ?? 0n) + mantissa);
  }

  /** The sum with as many decimal places as the most precise number added. */
  toString(): string {
    let total = 0n;
    const raise = (whole: bigint, scale: number) => {
      total += whole * 10n ** BigInt(this.#places - scale);
    };
    this.#doubles.forEach((sum, scale) => {
      raise(BigInt(sum), scale);
    });
    this.#spilled.forEach(raise);
    return decimalText(total, this.#places);
  }
}
