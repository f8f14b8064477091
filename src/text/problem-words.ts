import type { FileProblem, FileReport } from '../worker/contract/importing';
import type { StoreFailure } from '../worker/contract/datasets';
import {
  problems_ALL_ROWS_REJECTED,
  problems_ALL_ROWS_REJECTED_do,
  problems_COLUMNS_NOT_FOUND,
  problems_COLUMNS_NOT_FOUND_do,
  problems_DATASET_MISSING,
  problems_DATASET_MISSING_do,
  problems_DATASET_TORN,
  problems_DATASET_TORN_do,
  problems_EMPTY_FILE,
  problems_EMPTY_FILE_do,
  problems_FILE_CHANGED,
  problems_FILE_CHANGED_do,
  problems_FILE_TOO_LARGE,
  problems_FILE_TOO_LARGE_do,
  problems_HEADER_LINE_NOT_FOUND,
  problems_HEADER_LINE_NOT_FOUND_do,
  problems_NOT_CSV,
  problems_NOT_CSV_do,
  problems_NOT_TEXT,
  problems_NOT_TEXT_do,
  problems_NO_BUYER_ID,
  problems_NO_BUYER_ID_do,
  problems_NO_DATA_ROWS,
  problems_NO_DATA_ROWS_do,
  problems_STORE_FAILED,
  problems_STORE_FAILED_do,
  problems_STORE_FULL,
  problems_STORE_FULL_do,
  problems_STORE_LOST,
  problems_STORE_LOST_do,
  problems_TOO_MANY_COLUMNS,
  problems_TOO_MANY_COLUMNS_do,
  problems_UNTERMINATED_QUOTE,
  problems_UNTERMINATED_QUOTE_do,
  problems_row_AMOUNT_EMPTY,
  problems_row_AMOUNT_INVALID,
  problems_row_AMOUNT_NOT_FINITE,
  problems_row_AMOUNT_OUT_OF_RANGE,
  problems_row_CELL_TOO_LONG,
  problems_row_CONTROL_CHARACTER,
  problems_row_CURRENCY_EXCLUDED,
  problems_row_CUSTOMER_EMPTY,
  problems_row_DATE_EMPTY,
  problems_row_DATE_FUTURE,
  problems_row_DATE_INVALID,
  problems_row_DATE_OUT_OF_RANGE,
  problems_row_DUPLICATE_ROW,
  problems_row_ENCODING_INVALID,
  problems_row_HEADER_REPEATED,
  problems_row_LINE_ITEM,
  problems_row_NOT_A_SALE,
  problems_row_ORDER_TOTAL_REPEATED,
  problems_row_QUOTE_MALFORMED,
  problems_row_ROW_TOO_LONG,
  problems_row_ROW_TOO_SHORT,
  problems_row_STATUS_EXCLUDED,
  problems_warning_AMOUNT_ROUNDED,
  problems_warning_CELL_HOLDS_ROWS,
  problems_warning_DUPLICATE_FILE,
  problems_warning_DUPLICATE_ROWS,
  problems_warning_ENCODING_FALLBACK,
  problems_warning_END_DATE_INVALID,
  problems_warning_EPOCH_DATES_UTC,
  problems_warning_EXCEL_SERIAL_DATES,
  problems_warning_FORMULA_LIKE_IDS,
  problems_warning_ID_CASE_VARIANTS,
  problems_warning_ID_INVISIBLE_CHARS,
  problems_warning_ID_NORMALISED,
  problems_warning_ID_NUMERIC_VARIANTS,
  problems_warning_ID_TRIMMED,
  problems_warning_NAME_AS_ID,
  problems_warning_NEGATIVE_AMOUNTS,
  problems_warning_PLACEHOLDER_ID,
  problems_warning_REFERRER_UNKNOWN,
  problems_warning_REPLACEMENT_CHARACTER,
  problems_warning_ROW_SHORT_OPTIONAL,
  problems_warning_TWO_DIGIT_YEAR,
  problems_warning_ZERO_AMOUNTS,
  problems_row_CUSTOMER_DUPLICATE,
  problems_row_COUNT_INVALID,
  problems_row_PURCHASES_INVALID,
  problems_row_TIME_INVALID,
  problems_row_TIME_NEGATIVE,
  problems_row_LAST_BEFORE_FIRST,
  problems_row_TIME_BEYOND_END,
  problems_row_PURCHASES_WITHOUT_TIME,
  problems_row_EVENT_INVALID,
  problems_row_PERIOD_INVALID,
  problems_row_ALIVE_INVALID,
  problems_row_ALIVE_RISES,
  problems_warning_MEAN_NOT_POSITIVE,
  problems_warning_ORDERS_AS_OCCASIONS,
  problems_warning_GROUP_MEANS,
  problems_KINDS_MIXED,
  problems_KINDS_MIXED_do,
} from './paraglide/messages';

/** What happened, and what to do about it. */
export interface ProblemWords {
  title: string;
  advice: string;
}

type Code = FileProblem['code'] | StoreFailure['code'];
type RowCode = keyof FileReport['excluded'] | keyof FileReport['rejected'];
type WarningCode = FileReport['warnings'][number]['code'];

/** What a message may name: the file, a line in it, the browser's own reason. */
interface Facts {
  file: string;
  line: number | string;
  reason: string;
}

// Named one by one, so that each message is loaded with the page that says it.
const PROBLEMS: Record<Code, [title: (facts: Facts) => string, advice: (facts: Facts) => string]> =
  {
    EMPTY_FILE: [problems_EMPTY_FILE, problems_EMPTY_FILE_do],
    NO_DATA_ROWS: [problems_NO_DATA_ROWS, problems_NO_DATA_ROWS_do],
    NOT_TEXT: [problems_NOT_TEXT, problems_NOT_TEXT_do],
    NOT_CSV: [problems_NOT_CSV, problems_NOT_CSV_do],
    COLUMNS_NOT_FOUND: [problems_COLUMNS_NOT_FOUND, problems_COLUMNS_NOT_FOUND_do],
    UNTERMINATED_QUOTE: [problems_UNTERMINATED_QUOTE, problems_UNTERMINATED_QUOTE_do],
    ALL_ROWS_REJECTED: [problems_ALL_ROWS_REJECTED, problems_ALL_ROWS_REJECTED_do],
    TOO_MANY_COLUMNS: [problems_TOO_MANY_COLUMNS, problems_TOO_MANY_COLUMNS_do],
    FILE_TOO_LARGE: [problems_FILE_TOO_LARGE, problems_FILE_TOO_LARGE_do],
    FILE_CHANGED: [problems_FILE_CHANGED, problems_FILE_CHANGED_do],
    NO_BUYER_ID: [problems_NO_BUYER_ID, problems_NO_BUYER_ID_do],
    HEADER_LINE_NOT_FOUND: [problems_HEADER_LINE_NOT_FOUND, problems_HEADER_LINE_NOT_FOUND_do],
    KINDS_MIXED: [problems_KINDS_MIXED, problems_KINDS_MIXED_do],
    STORE_FULL: [problems_STORE_FULL, problems_STORE_FULL_do],
    STORE_LOST: [problems_STORE_LOST, problems_STORE_LOST_do],
    STORE_FAILED: [problems_STORE_FAILED, problems_STORE_FAILED_do],
    DATASET_MISSING: [problems_DATASET_MISSING, problems_DATASET_MISSING_do],
    DATASET_TORN: [problems_DATASET_TORN, problems_DATASET_TORN_do],
  };

const ROW_REASONS: Record<RowCode, () => string> = {
  ENCODING_INVALID: problems_row_ENCODING_INVALID,
  CONTROL_CHARACTER: problems_row_CONTROL_CHARACTER,
  QUOTE_MALFORMED: problems_row_QUOTE_MALFORMED,
  HEADER_REPEATED: problems_row_HEADER_REPEATED,
  ROW_TOO_LONG: problems_row_ROW_TOO_LONG,
  ROW_TOO_SHORT: problems_row_ROW_TOO_SHORT,
  CELL_TOO_LONG: problems_row_CELL_TOO_LONG,
  CUSTOMER_EMPTY: problems_row_CUSTOMER_EMPTY,
  DATE_EMPTY: problems_row_DATE_EMPTY,
  DATE_INVALID: problems_row_DATE_INVALID,
  DATE_OUT_OF_RANGE: problems_row_DATE_OUT_OF_RANGE,
  DATE_FUTURE: problems_row_DATE_FUTURE,
  AMOUNT_EMPTY: problems_row_AMOUNT_EMPTY,
  AMOUNT_INVALID: problems_row_AMOUNT_INVALID,
  AMOUNT_NOT_FINITE: problems_row_AMOUNT_NOT_FINITE,
  AMOUNT_OUT_OF_RANGE: problems_row_AMOUNT_OUT_OF_RANGE,
  CURRENCY_EXCLUDED: problems_row_CURRENCY_EXCLUDED,
  CUSTOMER_DUPLICATE: problems_row_CUSTOMER_DUPLICATE,
  COUNT_INVALID: problems_row_COUNT_INVALID,
  PURCHASES_INVALID: problems_row_PURCHASES_INVALID,
  TIME_INVALID: problems_row_TIME_INVALID,
  TIME_NEGATIVE: problems_row_TIME_NEGATIVE,
  LAST_BEFORE_FIRST: problems_row_LAST_BEFORE_FIRST,
  TIME_BEYOND_END: problems_row_TIME_BEYOND_END,
  PURCHASES_WITHOUT_TIME: problems_row_PURCHASES_WITHOUT_TIME,
  EVENT_INVALID: problems_row_EVENT_INVALID,
  PERIOD_INVALID: problems_row_PERIOD_INVALID,
  ALIVE_INVALID: problems_row_ALIVE_INVALID,
  ALIVE_RISES: problems_row_ALIVE_RISES,
  STATUS_EXCLUDED: problems_row_STATUS_EXCLUDED,
  NOT_A_SALE: problems_row_NOT_A_SALE,
  LINE_ITEM: problems_row_LINE_ITEM,
  ORDER_TOTAL_REPEATED: problems_row_ORDER_TOTAL_REPEATED,
  DUPLICATE_ROW: problems_row_DUPLICATE_ROW,
};

const WARNINGS: Record<WarningCode, (facts: { count: string }) => string> = {
  ENCODING_FALLBACK: problems_warning_ENCODING_FALLBACK,
  REPLACEMENT_CHARACTER: problems_warning_REPLACEMENT_CHARACTER,
  ROW_SHORT_OPTIONAL: problems_warning_ROW_SHORT_OPTIONAL,
  CELL_HOLDS_ROWS: problems_warning_CELL_HOLDS_ROWS,
  ID_TRIMMED: problems_warning_ID_TRIMMED,
  ID_NORMALISED: problems_warning_ID_NORMALISED,
  ID_CASE_VARIANTS: problems_warning_ID_CASE_VARIANTS,
  ID_NUMERIC_VARIANTS: problems_warning_ID_NUMERIC_VARIANTS,
  ID_INVISIBLE_CHARS: problems_warning_ID_INVISIBLE_CHARS,
  PLACEHOLDER_ID: problems_warning_PLACEHOLDER_ID,
  FORMULA_LIKE_IDS: problems_warning_FORMULA_LIKE_IDS,
  NAME_AS_ID: problems_warning_NAME_AS_ID,
  NEGATIVE_AMOUNTS: problems_warning_NEGATIVE_AMOUNTS,
  ZERO_AMOUNTS: problems_warning_ZERO_AMOUNTS,
  AMOUNT_ROUNDED: problems_warning_AMOUNT_ROUNDED,
  DUPLICATE_ROWS: problems_warning_DUPLICATE_ROWS,
  DUPLICATE_FILE: problems_warning_DUPLICATE_FILE,
  TWO_DIGIT_YEAR: problems_warning_TWO_DIGIT_YEAR,
  EPOCH_DATES_UTC: problems_warning_EPOCH_DATES_UTC,
  EXCEL_SERIAL_DATES: problems_warning_EXCEL_SERIAL_DATES,
  END_DATE_INVALID: problems_warning_END_DATE_INVALID,
  REFERRER_UNKNOWN: problems_warning_REFERRER_UNKNOWN,
  MEAN_NOT_POSITIVE: problems_warning_MEAN_NOT_POSITIVE,
  ORDERS_AS_OCCASIONS: problems_warning_ORDERS_AS_OCCASIONS,
  GROUP_MEANS: problems_warning_GROUP_MEANS,
};

/** Words for a file that was refused. */
export function fileProblemWords({ code, file, line }: FileProblem): ProblemWords {
  return words(code, { file: isolated(file), line: line ?? '', reason: '' });
}

/** Words for what the store could not do. */
export function storeFailureWords({ code, reason }: StoreFailure): ProblemWords {
  return words(code, { file: '', line: '', reason });
}

/** Why a row did not come in, as a phrase. */
export function rowReason(code: RowCode): string {
  return ROW_REASONS[code]();
}

/** A warning as a sentence. @param count the number concerned, as shown */
export function warningWords(code: WarningCode, count: string): string {
  return WARNINGS[code]({ count });
}

/** Letters that run from right to left, and marks that turn the direction of what follows them. */
const TURNING = /[\p{Bidi_Control}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** A file's name as part of a sentence, whose direction it must not turn (U+2068 and U+2069 keep it apart). */
function isolated(name: string): string {
  return TURNING.test(name) ? `\u2068${name.replaceAll('\u2069', '')}\u2069` : name;
}

function words(code: Code, facts: Facts): ProblemWords {
  const [title, advice] = PROBLEMS[code];
  return { title: title(facts), advice: advice(facts) };
}
