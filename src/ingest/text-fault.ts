import { isDamaged } from './utf8';

/** C0 except TAB LF VT FF CR, and DEL; written as codes, since such characters cannot be read in a pattern. */
const CONTROL = new RegExp(`[${range(0, 8)}${range(14, 31)}${String.fromCharCode(127)}]`, 'g');

function range(first: number, last: number): string {
  return `${String.fromCharCode(first)}-${String.fromCharCode(last)}`;
}

export function hasControl(text: string): boolean {
  return text.search(CONTROL) >= 0;
}

export function countControls(text: string): number {
  return text.match(CONTROL)?.length ?? 0;
}

export type TextFault = 'ENCODING_INVALID' | 'CONTROL_CHARACTER' | null;

/** The first of the contract's codes that the raw text of a record earns, or null. */
export function textFault(text: string): TextFault {
  if (isDamaged(text)) return 'ENCODING_INVALID';
  return hasControl(text) ? 'CONTROL_CHARACTER' : null;
}

/** The code that comes first in the contract's order. */
export function worse(one: TextFault, other: TextFault): TextFault {
  if (one === 'ENCODING_INVALID' || other === 'ENCODING_INVALID') return 'ENCODING_INVALID';
  return one ?? other;
}
