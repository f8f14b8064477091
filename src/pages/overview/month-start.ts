/** First day of a calendar month by its index, months since January 1970; in days since 1970-01-01. */
export function monthStart(index: number): number {
  return Date.UTC(1970, index) / 86_400_000;
}
