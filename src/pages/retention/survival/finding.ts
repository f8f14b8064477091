import { findingShare } from '../finding-share';
import {
  survival_title_alike,
  survival_title_at_once,
  survival_title_differ,
  survival_title_differ_equal,
  survival_title_median,
  survival_title_no_median,
  survival_who_contract,
  survival_who_durations,
  survival_who_silence,
} from '../../../text/paraglide/messages';
import type { SurvivalCurves } from '../../../worker/contract/survival';
import { labelName, pWords, timeWords } from './survival-words';

const WHO = {
  contract: survival_who_contract,
  silence: survival_who_silence,
  durations: survival_who_durations,
};

/** Below this chance differences are told as differences. */
const LEVEL = 0.05;

/** How long they stay in a sentence: the median of all, or how the groups differ. */
export function survivalFinding(answer: SurvivalCurves): string {
  const { all, groups, logRank, basis } = answer;
  if (logRank && groups.length > 1) {
    const byMean = [...groups].sort((a, b) => b.mean - a.mean);
    const [best, worst] = [byMean[0], byMean[byMean.length - 1]];
    const facts = {
      best: labelName(best.label),
      worst: labelName(worst.label),
      p: pWords(logRank.pValue),
    };
    if (logRank.pValue >= LEVEL) return survival_title_alike(facts);
    return best.mean > worst.mean
      ? survival_title_differ(facts)
      : survival_title_differ_equal({ p: facts.p });
  }
  const who = WHO[basis]();
  if (all.median === 0) return survival_title_at_once({ who });
  if (all.median !== null)
    return survival_title_median({ who, time: timeWords(all.median, basis) ?? '–' });
  return survival_title_no_median({
    who,
    share: findingShare(all.survival.at(-1)) ?? '–',
    time: timeWords(all.time.at(-1) ?? null, basis) ?? '–',
  });
}
