/** Limits on which the kernel and those who use it agree. Both compilers read this file. */

/**
 * Rows of a batch. What a loop over one column needs stays in the processor's nearest memory, and the loop
 * waits for many far-off places at once, where row by row it would wait for each in turn.
 */
export const MOST_ROWS = 1024;

/** More decimal places than this are rounded away in columns of amounts (never in a report's revenue). */
export const MOST_PLACES = 8;

/** Bytes that may stand before the number of an id. */
export const LONGEST_PREFIX = 32;
/** More digits than this make numbers too far apart for a table. */
export const MOST_DIGITS = 9;

/** Up to here a double holds every whole number: 2^53. */
export const MOST_EXACT = 9_007_199_254_740_992;
