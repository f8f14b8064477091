import { lasting } from '../../text/format';
import {
  retention_finding_contract,
  retention_finding_none,
  retention_finding_return,
  retention_finding_silence,
  retention_finding_silent,
} from '../../text/paraglide/messages';
import type { ChurnAnswer } from '../../worker/contract/churn';
import type { RetentionAnswer } from '../../worker/contract/retention';
import { whenAgain } from './cohort-words';
import { findingShare } from './finding-share';

/** The page in a sentence: who comes back, and who has gone. */
export function pageFinding({ triangle }: RetentionAnswer, churn: ChurnAnswer): string {
  const share = findingShare(triangle.average.at(1));
  const when = whenAgain(triangle.options);
  const silent = findingShare(churn.inactivity?.churnedShare);
  const days = lasting(churn.inactivity?.threshold, 'day');
  const rate = churn.basis === 'contract' ? findingShare(churn.monthly?.rate) : null;
  if (share === null)
    return silent !== null && days !== null
      ? retention_finding_silent({ silent, days })
      : retention_finding_none();
  if (rate !== null) return retention_finding_contract({ share, when, rate });
  return silent !== null && days !== null
    ? retention_finding_silence({ share, when, silent, days })
    : retention_finding_return({ share, when });
}
