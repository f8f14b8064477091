import type { Page } from '../../state/route.svelte';
import type { Tenure } from '../../state/tenure.svelte';
import type { SettingName } from './setting-name';

/** A page whose sentence of settings holds each one. */
const HOME: Record<SettingName, Page> = {
  observationEnd: 'overview',
  zeroOrders: 'overview',
  margin: 'overview',
  annualDiscount: 'overview',
  horizonMonths: 'overview',
  churn: 'overview',
  bins: 'segments',
  monetary: 'segments',
  timeUnit: 'value',
  cohorts: 'retention',
};

/** Frames within which a page shows its sentence, or will not. */
const PATIENCE = 120;

/** Opens the editor of a setting: on this page where its sentence holds it, else on one whose does. */
export function openSetting(tenure: Tenure, name: SettingName): void {
  if (press(name)) return;
  tenure.route.go(HOME[name]);
  let left = PATIENCE;
  const look = (): void => {
    if (!press(name) && left-- > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function press(name: SettingName): boolean {
  const button = document.querySelector<HTMLElement>(`[data-setting="${name}"] button`);
  button?.focus();
  button?.click();
  return button !== null;
}
