import type { Settings } from '../worker/contract/settings';
import { figures_interval } from './paraglide/messages';
import { getLocale } from './paraglide/runtime';

/**
 * Numbers, money, dates and durations as the reader writes them. Every function gives null for what is no finite
 * number, so that a missing value can only be shown as a dash with its reason, never as "NaN" or "∞".
 */
type Shown = string | null;

type TimeUnit = Settings['timeUnit'];

/** Whatever may reach a page: a value, or nothing. */
type Value = number | null | undefined;

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const DAY_MS = 86_400_000;

/**
 * The locale of formats: the reader's own variety of the language of the words ("en-GB" writes 30 Jun 1998), so that
 * words and numbers never come from two languages.
 */
function formatLocale(): string {
  const language = getLocale();
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages;
  return wanted.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
}

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = formatLocale();
  const key = locale + JSON.stringify(options);
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, options);
    numberFormats.set(key, format);
  }
  return format;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = formatLocale();
  const key = locale + JSON.stringify(options);
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    dateFormats.set(key, format);
  }
  return format;
}

/** The signs of the reader's numbers: between whole and fraction, and between groups of three digits. */
export function signs(): { decimal: string; group: string } {
  const parts = numberFormat({}).formatToParts(1_234_567.5);
  const sign = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: sign('decimal'), group: sign('group') };
}

/** A hyphen is no minus, and "-0" is nothing a reader should meet. */
function shown(value: Value, options: Intl.NumberFormatOptions): Shown {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  return numberFormat({ signDisplay: 'negative', ...options })
    .format(value)
    .replace('-', '−');
}

/** A count: "2,357". */
export function integer(value: Value): Shown {
  return shown(value, { maximumFractionDigits: 0 });
}

/** A number with `digits` decimals, "1.11"; zeros are kept, so columns line up. */
export function decimal(value: Value, digits: number): Shown {
  return shown(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A number to `digits` significant figures (3, as in findings), thousands kept whole: "71,500", "2.84", "0.0123". */
export function significant(value: Value, digits = 3): Shown {
  return shown(value, { maximumSignificantDigits: digits });
}

/** A number as short as an axis needs it: "0", "2.5", "71.5K", "1.2M". */
export function compact(value: Value): Shown {
  return shown(value, {
    notation: 'compact',
    maximumSignificantDigits: 4,
    useGrouping: false,
  });
}

/** A share of one as a percentage with `digits` decimals: percent(.5168) is "51.7%". */
export function percent(share: Value, digits = 1): Shown {
  return shown(share, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/**
 * Money in units of the currency (not cents).
 *
 * @param currency ISO 4217 code, or null where the file names none: then the plain number. Any other word a file uses
 *   for its money is written behind the number.
 * @param digits significant figures, 3 in findings; without it every decimal of the currency.
 */
export function money(value: Value, currency: string | null, digits?: number): Shown {
  const figures =
    digits === undefined
      ? {}
      : // Short of the unit, cents stay a pair: $36.28 to three figures is $36.30, never $36.3.
        { maximumSignificantDigits: digits };
  const number = digits === undefined ? { ...PLAIN_DECIMALS } : figures;
  if (currency === null || currency === '') return shown(value, number);
  if (!/^[A-Z]{3}$/.test(currency)) {
    const plain = shown(value, number);
    return plain === null ? null : `${plain} ${currency}`;
  }
  if (digits === undefined) return shown(value, { style: 'currency', currency });
  const size = value ? Math.floor(Math.log10(Math.abs(value))) + 1 : 1;
  // Cents only where the wanted figures reach behind the point.
  return size >= digits
    ? shown(value, { style: 'currency', currency, ...figures, maximumFractionDigits: 0 })
    : shown(round(value, digits), { style: 'currency', currency });
}

const PLAIN_DECIMALS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

function round(value: Value, digits: number): Value {
  return value === null || value === undefined || !Number.isFinite(value)
    ? value
    : Number(value.toPrecision(digits));
}

/** Money without its decimals: "$14,148". */
export function wholeMoney(value: Value, currency: string | null): Shown {
  if (currency === null || currency === '') return integer(value);
  if (!/^[A-Z]{3}$/.test(currency)) {
    const plain = integer(value);
    return plain === null ? null : `${plain} ${currency}`;
  }
  return shown(value, { style: 'currency', currency, maximumFractionDigits: 0 });
}

/** Money on an axis: "$71.5K". */
export function compactMoney(value: Value, currency: string | null): Shown {
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return compact(value);
  return shown(value, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumSignificantDigits: 4,
    currencyDisplay: 'narrowSymbol',
  });
}

/** "71,500 (66,000 to 77,400)", each number through `format`; null when one of the three is missing. */
export function interval(
  value: Value,
  low: Value,
  high: Value,
  format: (value: Value) => Shown,
): Shown {
  const [middle, from, to] = [format(value), format(low), format(high)];
  if (middle === null || from === null || to === null) return null;
  return figures_interval({ value: middle, low: from, high: to });
}

/** A length of time in the unit named, "204 days", "1 year"; at most `digits` significant figures. */
export function lasting(value: Value, unit: TimeUnit, digits = 3): Shown {
  return shown(value, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    // Whole units keep every figure: 1,204 days is not "1,200 days".
    ...(value !== null && value !== undefined && Math.abs(value) >= 100
      ? { maximumFractionDigits: 0 }
      : { maximumSignificantDigits: digits }),
  });
}

/** A length in days, told in the unit that reads best: days to two months, months to two years, then years. */
export function duration(days: Value): Shown {
  if (days === null || days === undefined) return null;
  if (Math.abs(days) < 60) return lasting(days, 'day', 2);
  if (Math.abs(days) < 2 * 365.25) return lasting((days * 12) / 365.25, 'month');
  return lasting(days / 365.25, 'year');
}

/** A number of seconds a person waits: "0.4 seconds", "12 seconds". */
export function seconds(value: Value): Shown {
  return shown(value, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
    maximumSignificantDigits: 2,
  });
}

/** A file's size: "45.2 MB" (decimal units, as file managers show). */
export function fileSize(bytes: Value): Shown {
  if (bytes === null || bytes === undefined) return null;
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  return shown(bytes / 1000 ** power, {
    style: 'unit',
    unit: units[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumSignificantDigits: 3,
  });
}

function shownDay(day: Value, options: Intl.DateTimeFormatOptions): Shown {
  // ECMAScript dates reach 1e8 days either side of 1970.
  if (day === null || day === undefined || !(Math.abs(day) <= 1e8)) return null;
  return dateFormat(options).format(day * DAY_MS);
}

/** A calendar day (days since 1970-01-01) as written here: "Jun 30, 1998", "30 Jun 1998". */
export function date(day: Value): Shown {
  return shownDay(day, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A day without its year: "Jun 30". */
export function dayOfMonth(day: Value): Shown {
  return shownDay(day, { day: 'numeric', month: 'short' });
}

/** The month of a day: "Jun 1998". */
export function month(day: Value): Shown {
  return shownDay(day, { month: 'short', year: 'numeric' });
}

/** The month's short name: "Jun". */
export function monthName(day: Value): Shown {
  return shownDay(day, { month: 'short' });
}

/** The year of a day: "1998". */
export function year(day: Value): Shown {
  return shownDay(day, { year: 'numeric' });
}

/** "Jan 1, 1997 – Jun 30, 1998", as short as the locale allows. */
export function period(from: Value, to: Value): Shown {
  if (shownDay(from, {}) === null || shownDay(to, {}) === null) return null;
  const format = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' });
  return format.formatRange((from ?? 0) * DAY_MS, (to ?? 0) * DAY_MS);
}

/** Words in a row: "orders, amounts and dates". */
export function list(words: readonly string[]): string {
  return new Intl.ListFormat(formatLocale(), { type: 'conjunction' }).format(words);
}
