import type { FileProblem, FileReport, StoreFailure } from '../worker/protocol';
import * as messages from './paraglide/messages';

/** What happened, and what to do about it. */
export interface ProblemWords {
  title: string;
  advice: string;
}

type Code = FileProblem['code'] | StoreFailure['code'];
type RowCode = keyof FileReport['excluded'] | keyof FileReport['rejected'];
type WarningCode = FileReport['warnings'][number]['code'];

/** Words for a file that was refused. */
export function fileProblemWords({ code, file, line }: FileProblem): ProblemWords {
  return words(code, { file, line: line ?? '', reason: '' });
}

/** Words for what the store could not do. */
export function storeFailureWords({ code, reason }: StoreFailure): ProblemWords {
  return words(code, { file: '', line: '', reason });
}

/** Why a row did not come in, as a phrase. */
export function rowReason(code: RowCode): string {
  return messages[`problems_row_${code}`]();
}

/** A warning as a sentence. @param count the number concerned, as shown */
export function warningWords(code: WarningCode, count: string): string {
  return messages[`problems_warning_${code}`]({ count });
}

function words(
  code: Code,
  facts: { file: string; line: number | string; reason: string },
): ProblemWords {
  return {
    title: messages[`problems_${code}`](facts),
    advice: messages[`problems_${code}_do`](facts),
  };
}
