import type { DecimalSign } from './choices';
import { currencyCode } from './currency';

export type AmountFault =
  'AMOUNT_EMPTY' | 'AMOUNT_INVALID' | 'AMOUNT_NOT_FINITE' | 'AMOUNT_OUT_OF_RANGE';

/** What the separators of one cell say about the decimal sign of its column. */
export type SignEvidence =
  /** No separator that could be a decimal sign: reads the same either way. */
  | 'none'
  /** The cell can only be read with this decimal sign. */
  | DecimalSign
  /** One point (comma) before exactly three digits: decimals or thousands. */
  | 'either.'
  | 'either,';

/** The largest amount taken, in units of the currency. */
const LARGEST = 1_000_000_000_000;
/** The same as a mantissa, for the scales that occur: a power costs more than reading the digits did. */
const LARGEST_BY_SCALE = Array.from({ length: 16 }, (_, scale) => LARGEST * 10 ** scale);
/** Digits that a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15;
/** More places than any double needs; beyond it, text is noise. */
const MOST_PLACES = 400;

/** An amount as written: mantissa x 10^-scale, exact. Reused from cell to cell, since there are millions. */
export class Amount {
  fault: AmountFault | null = null;
  evidence: SignEvidence = 'none';
  /** Signed whole number; NaN when it is beyond 15 digits, then `exact` holds it. */
  mantissa = 0;
  exact: bigint | null = null;
  /** Decimal places; for `either` evidence: those it has when the separator is the decimal sign. */
  scale = 0;
  /** Currency written inside the cell, '' for none. */
  currency = '';

  /** Decimal places under a reading of the column, or null when the cell cannot be read that way. */
  scaleUnder(decimal: DecimalSign | null): number | null {
    switch (this.evidence) {
      case 'none':
        return this.scale;
      case 'either.':
        return decimal === '.' ? 3 : 0;
      case 'either,':
        return decimal === ',' ? 3 : 0;
      default:
        return this.evidence === decimal ? this.scale : null;
    }
  }

  set(mantissa: number, scale: number, evidence: SignEvidence): void {
    this.fault = null;
    this.evidence = evidence;
    this.mantissa = mantissa;
    this.exact = null;
    this.scale = scale;
    this.currency = '';
  }

  fail(fault: AmountFault): void {
    this.set(0, 0, 'none');
    this.fault = fault;
  }

  /** The exact whole number, whichever way it is held. */
  get whole(): bigint {
    return this.exact ?? BigInt(this.mantissa);
  }
}

/** Reads a cell: `1.234,56`, `(5.00)`, `5.00-`, `EUR 12`, `1'000`, `.5`, `1.5E+03`. ASCII digits only. */
export function readAmount(text: string, into: Amount): void {
  if (readPlain(text, into)) return;
  const trimmed = text.trim();
  if (trimmed === '') into.fail('AMOUNT_EMPTY');
  else if (/^[-+]?(inf|infinity|nan|∞)$/i.test(trimmed)) into.fail('AMOUNT_NOT_FINITE');
  else if (/\d/.test(trimmed)) readDecorated(trimmed, into);
  else into.fail('AMOUNT_INVALID');
}

/** The amount of a column under its decimal sign: null when it is sound, else its fault. */
export function amountFault(amount: Amount, decimal: DecimalSign | null): AmountFault | null {
  if (amount.fault) return amount.fault;
  const scale = amount.scaleUnder(decimal);
  if (scale === null) return 'AMOUNT_INVALID';
  const outside =
    amount.exact === null
      ? Math.abs(amount.mantissa) > (LARGEST_BY_SCALE[scale] ?? LARGEST * 10 ** scale)
      : (amount.exact < 0n ? -amount.exact : amount.exact) > BigInt(LARGEST) * 10n ** BigInt(scale);
  return outside ? 'AMOUNT_OUT_OF_RANGE' : null;
}

/** Plain decimal text of mantissa x 10^-scale, with exactly `scale` places. */
export function decimalText(mantissa: bigint | number, scale: number): string {
  const whole = BigInt(mantissa);
  const digits = (whole < 0n ? -whole : whole).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  const sign = whole < 0n ? '-' : '';
  return sign + digits.slice(0, cut) + (scale > 0 ? '.' + digits.slice(cut) : '');
}

const MINUS = 45;
const POINT = 46;

/** The common case, digit by digit: an optional minus, digits, at most one point. False: not that simple. */
function readPlain(text: string, into: Amount): boolean {
  const length = text.length;
  const first = text.charCodeAt(0) === MINUS ? 1 : 0;
  if (length - first > EXACT_DIGITS) return false;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (let at = first; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48);
      digits++;
    } else if (code === POINT && point < 0) point = at;
    else return false;
  }
  if (digits === 0) return false;
  const places = point < 0 ? 0 : length - point - 1;
  const before = point - first;
  const doubtful = places === 3 && before >= 1 && before <= 3 && text.charCodeAt(first) !== 48;
  into.set(
    first === 1 && mantissa !== 0 ? -mantissa : mantissa,
    places,
    point < 0 ? 'none' : doubtful ? 'either.' : '.',
  );
  return true;
}

/** Signs: hyphen, minus sign U+2212, en dash U+2013. */
const LEADING =
  /^([-+\u2212\u2013])?\s*([^\d\s.,'\u2019()+\-\u2212\u2013]{1,4}(?:\.(?=\s))?)?\s*([-+\u2212\u2013])?\s*/u;
const TRAILING =
  /\s*([-\u2212\u2013])?\s*([^\d\s.,'\u2019()+\-\u2212\u2013]{1,4}\.?)?\s*([-\u2212\u2013])?$/u;

function readDecorated(trimmed: string, into: Amount): void {
  const inBrackets = trimmed.startsWith('(') && trimmed.endsWith(')');
  // An apostrophe before a sign is how exports keep a spreadsheet from taking the cell for a formula.
  const inner = inBrackets ? trimmed.slice(1, -1).trim() : trimmed.replace(/^'(?=[-+])/, '');
  const exponent = /^([-+]?)(\d*)(?:([.,])(\d*))?[eE]([-+]?\d{1,6})$/.exec(inner);
  if (exponent) {
    readExponent(exponent, inBrackets, into);
    return;
  }
  const lead = LEADING.exec(inner) ?? [''];
  const afterLead = inner.slice(lead[0].length);
  const trail = TRAILING.exec(afterLead) ?? [''];
  const body = afterLead.slice(0, afterLead.length - trail[0].length);
  const signs = [lead[1], lead[3], trail[1], trail[3]].filter(Boolean);
  const names = [lead[2], trail[2]].filter(Boolean);
  const codes = names.map(currencyCode);
  const readable =
    signs.length + (inBrackets ? 1 : 0) <= 1 &&
    names.length <= 1 &&
    !codes.includes(null) &&
    readBody(body, inBrackets || (signs.length === 1 && signs[0] !== '+'), into);
  if (!readable) into.fail('AMOUNT_INVALID');
  else into.currency = codes[0] ?? '';
}

/** Spaces (plain, no-break, thin, narrow no-break) and apostrophes that group digits. */
const OTHER_GROUP_SIGN = /['\u2019 \u00a0\u2009\u202f]/;

/** Digits with their separators: at most one decimal sign, and one kind of sign between groups. */
function readBody(body: string, negative: boolean, into: Amount): boolean {
  if (!/^[\d.,'\u2019 \u00a0\u2009\u202f]*\d[\d.,'\u2019 \u00a0\u2009\u202f]*$/.test(body))
    return false;
  const points = count(body, '.');
  const commas = count(body, ',');
  const otherGroups = OTHER_GROUP_SIGN.test(body);
  let decimal: DecimalSign | null;
  if (points > 0 && commas > 0) {
    decimal = body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ',';
    if (otherGroups || count(body, decimal) > 1) return false;
  } else if (points === 1 || commas === 1) decimal = points === 1 ? '.' : ',';
  else decimal = null;
  const cut = decimal === null ? body.length : body.indexOf(decimal);
  const before = body.slice(0, cut);
  const places = body.slice(cut + 1);
  if (!/^\d*$/.test(places) || !grouped(before)) return false;
  const digits = before.replace(/\D/g, '') + places;
  const group = points > 1 ? '.' : commas > 1 ? ',' : null;
  let evidence: SignEvidence;
  if (decimal === null) evidence = group === '.' ? ',' : group === ',' ? '.' : 'none';
  else if (points + commas === 1 && !otherGroups && couldBeThousand(before, places))
    evidence = decimal === '.' ? 'either.' : 'either,';
  else evidence = decimal;
  setDigits(digits, negative, places.length, evidence, into);
  return true;
}

/** One separator before three digits, after one to three that do not begin with 0. */
function couldBeThousand(before: string, places: string): boolean {
  return places.length === 3 && /^[1-9]\d{0,2}$/.test(before);
}

/** Whole part: bare digits, or groups of three after the first; Indian groups of two before the last. */
function grouped(whole: string): boolean {
  return (
    /^\d*$/.test(whole) ||
    /^\d{1,3}([.,'\u2019 \u00a0\u2009\u202f])\d{3}(?:\1\d{3})*$/.test(whole) ||
    /^\d{1,2}([.,])(?:\d{2}\1)+\d{3}$/.test(whole)
  );
}

function readExponent(match: RegExpExecArray, inBrackets: boolean, into: Amount): void {
  const [text, sign, whole, separator, fraction = '', power] = match;
  if (inBrackets || whole + fraction === '') {
    into.fail('AMOUNT_INVALID');
    return;
  }
  if (!Number.isFinite(Number(text.replace(',', '.')))) {
    into.fail('AMOUNT_NOT_FINITE');
    return;
  }
  const places = fraction.length - Number(power);
  if (places > MOST_PLACES) {
    into.fail('AMOUNT_INVALID');
    return;
  }
  const digits = whole + fraction + '0'.repeat(Math.max(0, -places));
  const evidence = separator === '.' || separator === ',' ? separator : 'none';
  setDigits(digits, sign === '-', Math.max(0, places), evidence, into);
}

function setDigits(
  digits: string,
  negative: boolean,
  scale: number,
  evidence: SignEvidence,
  into: Amount,
): void {
  const significant = digits.replace(/^0+/, '') || '0';
  if (significant.length <= EXACT_DIGITS) {
    const mantissa = Number(significant);
    into.set(negative && mantissa !== 0 ? -mantissa : mantissa, scale, evidence);
  } else {
    const whole = BigInt(significant);
    into.set(NaN, scale, evidence);
    into.exact = negative ? -whole : whole;
  }
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
