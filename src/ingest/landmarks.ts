import type { LineEnd } from './record-run';

const LF = 10;
const CR = 13;

/** The next quote, delimiter and line end after an offset, each looked for once. */
export class Landmarks {
  readonly #text: string;
  readonly #delimiter: string;
  #quote = -2;
  #nextDelimiter = -2;
  #lf = -2;
  #cr = -2;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  quote(at: number): number {
    if (this.#quote !== -1 && this.#quote < at) this.#quote = this.#text.indexOf('"', at);
    return this.#quote;
  }

  delimiter(at: number): number {
    if (this.#nextDelimiter !== -1 && this.#nextDelimiter < at)
      this.#nextDelimiter = this.#text.indexOf(this.#delimiter, at);
    return this.#nextDelimiter;
  }

  lineEnd(at: number): number {
    if (this.#lf !== -1 && this.#lf < at) this.#lf = this.#text.indexOf('\n', at);
    if (this.#cr !== -1 && this.#cr < at) this.#cr = this.#text.indexOf('\r', at);
    if (this.#lf < 0) return this.#cr;
    return this.#cr < 0 ? this.#lf : Math.min(this.#lf, this.#cr);
  }
}

/** The line end at an offset, '' where there is none. */
export function lineEndAt(text: string, at: number): LineEnd | '' {
  const code = text.charCodeAt(at);
  if (code === LF) return '\n';
  if (code !== CR) return '';
  return text.charCodeAt(at + 1) === LF ? '\r\n' : '\r';
}

/** Line ends between two offsets: CR, LF, and CRLF as one. */
export function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LF && (at === from || text.charCodeAt(at - 1) !== CR)) count++;
    else if (code === CR) count++;
  }
  return count;
}
