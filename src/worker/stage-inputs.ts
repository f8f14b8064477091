import { forSegments } from './answers/segments';
import type { Settings } from './contract/settings';

/** What decides which rows make which orders; everything else builds on it. */
export function forOrders({ observationEnd, leaveOutZeroOrders }: Settings): unknown[] {
  return [observationEnd, leaveOutZeroOrders];
}

export function forScores(settings: Settings): unknown[] {
  return [...forOrders(settings), ...forSegments(settings)];
}

export function forChurn(settings: Settings): unknown[] {
  return [...forOrders(settings), settings.churnAfterDays, settings.churnPercentile];
}

export function forFits(settings: Settings): unknown[] {
  // Only the advice depends on where the data are split.
  const splitDate = settings.model === 'auto' ? settings.splitDate : null;
  return [...forOrders(settings), settings.timeUnit, settings.model, splitDate];
}

export function forModels(settings: Settings): unknown[] {
  return [...forOrders(settings), settings.timeUnit, settings.model, settings.splitDate];
}

export function forPrediction(settings: Settings): unknown[] {
  const { margin, annualDiscount, horizonMonths } = settings;
  return [...forFits(settings), margin, annualDiscount, horizonMonths];
}
