import { signs } from './format';

/**
 * The number a person typed; null where it is none. Point and comma are both understood as the decimal sign, in every
 * language: "0,5" and "0.5" are one half. A single sign before exactly three digits is taken as the language takes it:
 * "1.500" is fifteen hundred in Dutch and one and a half in English.
 */
export function typedNumber(text: string): number | null {
  const plain = text.replace(/[\s\u2066-\u2069]/gu, '').replace('−', '-');
  const [, sign = '', body = ''] = /^([-+]?)([\d.,]+)$/.exec(plain) ?? [];
  const digits = withDecimalPoint(body);
  if (digits === null) return null;
  return sign === '-' ? -Number(digits) : Number(digits);
}

/** A number as it stands in a field, in full and without grouping: "1500", "0,5". */
export function numberText(value: number): string {
  return String(value).replace('.', signs().decimal);
}

/** "1.234,5" as "1234.5"; null where the signs stand as no number has them. */
function withDecimalPoint(body: string): string | null {
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
  if (last < 0) return body === '' ? null : body;
  const mark = body[last] === '.' ? '.' : ',';
  const whole = body.slice(0, last);
  const fraction = body.slice(last + 1);
  if (whole.includes(mark) || (!/[.,]/.test(whole) && mark === signs().group)) {
    const grouped = withoutGroups(body, mark);
    if (grouped !== null) return grouped;
  }
  if (whole === '' && fraction === '') return null;
  const joined = /[.,]/.test(whole) ? withoutGroups(whole, mark === '.' ? ',' : '.') : whole;
  return joined === null ? null : `${joined || '0'}.${fraction || '0'}`;
}

/** "1.234.567" without its signs; null where they do not part threes ("0.500" does not begin as a group does). */
function withoutGroups(text: string, mark: '.' | ','): string | null {
  const parts = text.split(mark);
  const threes = parts.slice(1).every((part) => /^\d{3}$/.test(part));
  return /^[1-9]\d{0,2}$/.test(parts[0] ?? '') && threes ? parts.join('') : null;
}
