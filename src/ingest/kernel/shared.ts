/** Numbers on which the kernel and those who use it agree; both compilers read this file. */

export const LF = 10;
export const CR = 13;
export const QUOTE = 34;

/** What a byte means where records are told apart byte by byte. */
export const ORDINARY = 0;
export const DELIMITER = 1;
export const LINE_END = 2;
export const QUOTATION = 3;
/** Part of a character beyond ASCII: sound if all of the bytes are sound UTF-8. */
export const BEYOND_ASCII = 4;
/** A control character: the record must be read as text, which tells what is wrong with it. */
export const CONTROL = 5;

/**
 * Rows of a batch. What a loop over one column needs stays in the processor's nearest memory, and the loop
 * waits for many far-off places at once, where row by row it would wait for each in turn.
 */
export const MOST_ROWS = 1024;

/** Bytes that may stand before the number of an id. */
export const LONGEST_PREFIX = 32;
/** More digits than this make numbers too far apart for a table. */
export const MOST_DIGITS = 9;
