/** What every way of reading a log has to come up with, and how long it took. */
export interface Answer {
  /** Milliseconds from the File to the summary. */
  milliseconds: number;
  /** Milliseconds before that, to find out what the columns are; absent for a way that is told. */
  look?: number;
  /** Customers found; rows for a way that only tokenises. */
  count: number;
  /** Sum of all amounts in cents; 0 for a way that only tokenises. */
  cents: number;
}
