import { notify } from '../../parts/notify';
import type { SettingKey } from '../../state/settings.svelte';
import type { Tenure } from '../../state/tenure.svelte';
import { list } from '../../text/format';
import {
  guidance_redone,
  guidance_setting_actions,
  guidance_setting_consent,
  guidance_setting_model,
  guidance_setting_notes,
  guidance_setting_segments,
  guidance_setting_split,
  guidance_undone,
  settings_redo,
  settings_undo,
} from '../../text/paraglide/messages';
import { SETTING_NAMES } from './setting-name';

/** What is kept, by what the person knows it as. */
const NAMES: Record<SettingKey, () => string> = {
  observationEnd: SETTING_NAMES.observationEnd,
  margin: SETTING_NAMES.margin,
  annualDiscount: SETTING_NAMES.annualDiscount,
  horizonMonths: SETTING_NAMES.horizonMonths,
  churnAfterDays: SETTING_NAMES.churn,
  churnPercentile: SETTING_NAMES.churn,
  bins: SETTING_NAMES.bins,
  monetary: SETTING_NAMES.monetary,
  scored: SETTING_NAMES.monetary,
  scoreEdges: SETTING_NAMES.bins,
  segmentMap: guidance_setting_segments,
  ownMaps: guidance_setting_segments,
  segmentActions: guidance_setting_actions,
  consent: guidance_setting_consent,
  leaveOutZeroOrders: SETTING_NAMES.zeroOrders,
  timeUnit: SETTING_NAMES.timeUnit,
  cohortPeriod: SETTING_NAMES.cohorts,
  retentionRule: SETTING_NAMES.cohorts,
  periods: SETTING_NAMES.cohorts,
  model: guidance_setting_model,
  splitDate: guidance_setting_split,
  reportNotes: guidance_setting_notes,
};

/** The settings by name, each once: "Margin and Horizon". */
function named(keys: readonly SettingKey[]): string {
  return list([...new Set(keys.map((key) => NAMES[key]()))]);
}

/** Takes back the last change of settings, and says which it was. */
export function undoSettings(tenure: Tenure): void {
  const changed = tenure.settings.undo();
  if (changed.length === 0) return;
  notify(guidance_undone({ what: named(changed) }), {
    label: settings_redo(),
    run: () => redoSettings(tenure),
  });
}

/** Does again what was undone last, and says what it was. */
export function redoSettings(tenure: Tenure): void {
  const changed = tenure.settings.redo();
  if (changed.length === 0) return;
  notify(guidance_redone({ what: named(changed) }), {
    label: settings_undo(),
    run: () => undoSettings(tenure),
  });
}
