import type { RepeatHistory } from '../../../src/analysis/models/repeat-history';
import type { SpendHistory } from '../../../src/analysis/models/spend-history';
import { dayOf, histories, readLog, realFile } from './read-log';

/** The 39 weeks of calibration of the papers, told in weeks, customers in order of their id. */
export function cdnow(): { ids: string[]; history: RepeatHistory; spend: SpendHistory } {
  return histories(readLog(realFile('cdnow_sample.csv')), dayOf('1997-09-30'), 7);
}

/** The same rounded to two places, as the summary file that circulates. */
export function cdnowRounded(): { history: RepeatHistory; spend: SpendHistory } {
  const { history, spend } = cdnow();
  // Half up: the mean of two amounts in cents often ends in half a cent.
  const rounded = (column: Float64Array): Float64Array =>
    column.map((value) => Math.floor(value * 100 + 0.5 + 1e-9) / 100);
  return {
    history: { ...history, tx: rounded(history.tx), T: rounded(history.T) },
    spend: { x: spend.x, m: rounded(spend.m) },
  };
}
