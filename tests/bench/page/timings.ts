/** What took how long, in milliseconds, in the order in which it was done. */
export type Timings = Record<string, number>;

/** Runs some work and notes how long it took. */
export function timed<T>(timings: Timings, name: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  timings[name] = performance.now() - start;
  return result;
}
