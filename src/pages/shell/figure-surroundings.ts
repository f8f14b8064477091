import type { Surroundings } from '../../parts/figure/surroundings';
import type { Tenure } from '../../state/tenure.svelte';
import { date, period } from '../../text/format';
import {
  picture_origin,
  picture_origin_alone,
  picture_origin_undated,
} from '../../text/paraglide/messages';
import type { DatasetEntry } from '../../worker/contract/datasets';
import type { Settings } from '../../worker/contract/settings';
import { datasetName } from './dataset-name';

const DAY_MS = 86_400_000;

/** The line under an image of a figure: which dataset, from when to when, and by which page on which day. */
function originOf(entry: DatasetEntry | null, settings: Settings, now: Date): string {
  // The day on the reader's own calendar.
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS;
  const day = date(today) ?? '';
  if (entry === null) return picture_origin_alone({ date: day });
  if (entry.firstDate === '')
    return picture_origin_undated({ dataset: datasetName(entry), date: day });
  const end = settings.observationEnd ?? entry.lastDate;
  return picture_origin({
    dataset: datasetName(entry),
    period: period(Date.parse(entry.firstDate) / DAY_MS, Date.parse(end) / DAY_MS) ?? '',
    date: day,
  });
}

/** What figures are told of the open dataset and of the choices of this browser. */
export function figureSurroundings(tenure: Tenure): Surroundings {
  return {
    get origin() {
      return originOf(tenure.session.entry, tenure.settings.current, new Date());
    },
    get ground() {
      return tenure.preferences.imageGround;
    },
    set ground(ground) {
      tenure.preferences.imageGround = ground;
    },
  };
}
