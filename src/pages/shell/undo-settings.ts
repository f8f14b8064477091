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
  settings_bins,
  settings_churn,
  settings_cohorts,
  settings_discount,
  settings_horizon,
  settings_margin,
  settings_monetary,
  settings_observation_end,
  settings_redo,
  settings_undo,
  settings_unit,
  settings_zero,
} from '../../text/paraglide/messages';

const NAMES: Record<SettingKey, () => string> = {
  observationEnd: settings_observation_end,
  margin: settings_margin,
  annualDiscount: settings_discount,
  horizonMonths: settings_horizon,
  churnAfterDays: settings_churn,
  churnPercentile: settings_churn,
  bins: settings_bins,
  monetary: settings_monetary,
  scored: settings_monetary,
  scoreEdges: settings_bins,
  segmentMap: guidance_setting_segments,
  ownMaps: guidance_setting_segments,
  segmentActions: guidance_setting_actions,
  consent: guidance_setting_consent,
  leaveOutZeroOrders: settings_zero,
  timeUnit: settings_unit,
  cohortPeriod: settings_cohorts,
  retentionRule: settings_cohorts,
  periods: settings_cohorts,
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
