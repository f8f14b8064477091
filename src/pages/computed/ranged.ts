import { computed_likely } from '../../text/paraglide/messages';

/** A number with its interval, in words; null where one of the three cannot be shown. */
export function ranged(
  value: number,
  [low, high]: readonly [number, number],
  format: (value: number) => string | null,
): string | null {
  const [middle, least, most] = [value, low, high].map(format);
  if (middle === null || least === null || most === null) return null;
  return computed_likely({ value: middle, low: least, high: most });
}
