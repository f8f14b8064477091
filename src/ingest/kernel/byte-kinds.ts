/** What bytes mean where records are told apart byte by byte. Both compilers read this file. */

export const LF = 10;
export const CR = 13;
export const QUOTE = 34;

export const ORDINARY = 0;
export const DELIMITER = 1;
export const LINE_END = 2;
export const QUOTATION = 3;
/** Part of a character beyond ASCII: sound if all of the bytes are sound UTF-8. */
export const BEYOND_ASCII = 4;
/** A control character: the record must be read as text, which tells what is wrong with it. */
export const CONTROL = 5;
