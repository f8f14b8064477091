import { countControls } from './text-fault';
import type { Encoding } from './understanding';
import { utf8Evidence } from './utf8';

export interface EncodingGuess {
  encoding: Encoding;
  /** Length of the byte order mark, which is no part of the text. */
  markBytes: 0 | 2 | 3;
  /** False: neither a mark nor a NUL pattern speaks; UTF-8 holds as long as no bad byte turns up. */
  settled: boolean;
}

/** First bytes of formats that are not text, as hexadecimal. */
const MAGIC_NUMBERS = [
  '89504e47', // PNG
  '504b0304', // zip: XLSX, ODS, DOCX, Numbers
  '504b0506', // empty zip
  '25504446', // PDF
  '53514c69746520666f726d6174203300', // SQLite
  '47494638', // GIF
  'ffd8ff', // JPEG
  '1f8b', // gzip
  'd0cf11e0a1b11ae1', // OLE: XLS, DOC
  '377abcaf271c', // 7z
  '526172211a07', // RAR
  '50415231', // Parquet
  '425a68', // bzip2
  '28b52ffd', // zstd
  'fd377a585a00', // xz
  '7f454c46', // ELF
  '4f676753', // Ogg
];

/** UTF-16 has a NUL beside every character of the Latin block. */
const NUL_PATTERN_SAMPLE = 4096;

/** Encoding of a file by its first bytes: a mark wins, then the NUL pattern of UTF-16, then UTF-8. */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'utf-8', markBytes: 3, settled: true };
  if (head[0] === 0xff && head[1] === 0xfe)
    return { encoding: 'utf-16le', markBytes: 2, settled: true };
  if (head[0] === 0xfe && head[1] === 0xff)
    return { encoding: 'utf-16be', markBytes: 2, settled: true };
  const sample = withoutTrailingNuls(head.subarray(0, NUL_PATTERN_SAMPLE));
  const pairs = Math.ceil(sample.length / 2);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] === 0) {
      if (at % 2 === 0) even++;
      else odd++;
    }
  }
  if (odd > 0.4 * pairs && even < 0.05 * pairs)
    return { encoding: 'utf-16le', markBytes: 0, settled: true };
  if (even > 0.4 * pairs && odd < 0.05 * pairs)
    return { encoding: 'utf-16be', markBytes: 0, settled: true };
  return { encoding: 'utf-8', markBytes: 0, settled: false };
}

/**
 * The encoding of a file without a mark, once all of its bytes may be looked at: Windows-1252 when there
 * are bytes that are no UTF-8 and nowhere a valid multi-byte sequence; else UTF-8, with damaged rows.
 *
 * @param slices all bytes of the file, in order; a character may be cut between two of them
 */
export async function settleEncoding(
  slices: AsyncIterable<Uint8Array>,
): Promise<'utf-8' | 'windows-1252'> {
  let invalid = false;
  let tail = new Uint8Array(0);
  for await (const slice of slices) {
    const bytes = new Uint8Array(tail.length + slice.length);
    bytes.set(tail);
    bytes.set(slice, tail.length);
    const found = utf8Evidence(bytes, true);
    if (found.multiByte) return 'utf-8';
    invalid ||= found.invalid;
    tail = bytes.slice(Math.max(0, bytes.length - 3));
  }
  return invalid ? 'windows-1252' : 'utf-8';
}

/** The file is no text: a known magic number, or 8 and more control bytes that make up over 1 %. */
export function looksBinary(head: Uint8Array, guess: EncodingGuess): boolean {
  if (guess.markBytes > 0) return false;
  const start = Array.from(head.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  if (MAGIC_NUMBERS.some((magic) => start.startsWith(magic))) return true;
  if (guess.encoding !== 'utf-8') return false;
  const text = new TextDecoder('latin1').decode(withoutTrailingNuls(head));
  const controls = countControls(text);
  return controls >= 8 && controls > 0.01 * text.length;
}

/** A disk full of NULs at the end of a file (a line end may follow) is one damaged row, no other format. */
function withoutTrailingNuls(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--;
  return bytes.subarray(0, end);
}
