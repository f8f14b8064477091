import {
  BEYOND_ASCII,
  CONTROL,
  CR,
  DELIMITER,
  LF,
  LINE_END,
  QUOTATION,
  QUOTE,
} from './kernel/byte-kinds';
import { hasControl } from './text-fault';

/**
 * The meaning of each byte in a file with a delimiter; null for a delimiter of several bytes, whose files
 * are read as text throughout.
 */
export function byteMeanings(delimiter: string): Uint8Array | null {
  const code = delimiter.charCodeAt(0);
  if (code > 127) return null;
  const meanings = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) {
    if (byte > 127) meanings[byte] = BEYOND_ASCII;
    else if (hasControl(String.fromCharCode(byte))) meanings[byte] = CONTROL;
  }
  meanings[LF] = LINE_END;
  meanings[CR] = LINE_END;
  meanings[QUOTE] = QUOTATION;
  meanings[code] = DELIMITER;
  return meanings;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Whether bytes beyond ASCII are sound: well-formed, and without the mark of an earlier program's damage, which
 * the reading of text reports. 'damaged' where they are no UTF-8.
 */
export function soundness(bytes: Uint8Array): 'sound' | 'marked' | 'damaged' {
  try {
    return strict.decode(bytes).includes('\uFFFD') ? 'marked' : 'sound';
  } catch (error) {
    if (error instanceof TypeError) return 'damaged';
    throw error;
  }
}
