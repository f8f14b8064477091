import type { FileProblem } from '../worker/contract/importing';
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
  problems_KINDS_MIXED,
  problems_KINDS_MIXED_do,
} from './paraglide/messages';

/** What happened, and what to do about it. */
export interface ProblemWords {
  title: string;
  advice: string;
}

type Code = FileProblem['code'] | StoreFailure['code'];

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

/** Words for a file that was refused. */
export function fileProblemWords({ code, file, line }: FileProblem): ProblemWords {
  return words(code, { file: isolated(file), line: line ?? '', reason: '' });
}

/** Words for what the store could not do. */
export function storeFailureWords({ code, reason }: StoreFailure): ProblemWords {
  return words(code, { file: '', line: '', reason });
}

/** Letters that run from right to left, and marks that turn the direction of what follows them. */
const TURNING = /[\p{Bidi_Control}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** A file's name as part of a sentence, whose direction it must not turn (U+2068 and U+2069 keep it apart). */
export function isolated(name: string): string {
  return TURNING.test(name) ? `\u2068${name.replaceAll('\u2069', '')}\u2069` : name;
}

function words(code: Code, facts: Facts): ProblemWords {
  const [title, advice] = PROBLEMS[code];
  return { title: title(facts), advice: advice(facts) };
}
