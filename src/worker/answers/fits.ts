import type { Customers } from '../../analysis/customers';
import { filled } from '../../analysis/filled';
import type { FitResult, ModelParameters } from '../../analysis/models/fit';
import type { Forecast } from '../../analysis/models/forecast';
import type { GammaGammaParams } from '../../analysis/models/gamma-gamma';
import { monthlySchedule } from '../../analysis/models/predicted-clv';
import { PURCHASE_MODELS } from '../../analysis/models/purchase-models';
import type { RepeatHistory } from '../../analysis/models/repeat-history';
import type { SpendHistory } from '../../analysis/models/spend-history';
import { DAYS_IN, type TimeUnit } from '../../analysis/time-unit';
import type { ModelName, Settings } from '../contract/settings';

/** Every buyer as the models see them; entry i is the buyer at `customers.buyers[i]`. */
export interface Histories {
  unit: TimeUnit;
  history: RepeatHistory;
  spendHistory: SpendHistory;
}

/** The purchase model in use and the spend model, fitted to the buyers. */
export interface Fits extends Histories {
  model: ModelName;
  purchase: FitResult<ModelParameters>;
  spend: FitResult<GammaGammaParams>;
}

export function histories(customers: Customers, unit: TimeUnit): Histories {
  const { buyers, x, tx, T, m, mOccasions, weight } = customers;
  const ofBuyers = (value: (position: number) => number): Float64Array =>
    filled(Float64Array, buyers.length, (buyer) => value(buyers[buyer]));
  const shared = weight && { weight: ofBuyers((position) => weight[position]) };
  const days = DAYS_IN[unit];
  return {
    unit,
    history: {
      count: buyers.length,
      x: ofBuyers((position) => x[position]),
      tx: ofBuyers((position) => tx[position] / days),
      T: ofBuyers((position) => T[position] / days),
      ...shared,
    },
    spendHistory: {
      x: ofBuyers((position) => mOccasions[position]),
      // Without a repeat purchase there is no mean; the model leaves those rows out by x = 0.
      m: ofBuyers((position) => (mOccasions[position] > 0 ? m[position] : 0)),
      ...shared,
    },
  };
}

/** The fitted models with what of the future counts; null where one could not be fitted. */
export function forecast(
  { model, purchase, spend, unit, history, spendHistory }: Fits,
  settings: Settings,
): Forecast | null {
  if (purchase.kind !== 'fit' || spend.kind !== 'fit') return null;
  return {
    model: PURCHASE_MODELS[model],
    purchase,
    spend,
    history,
    spendHistory,
    schedule: monthlySchedule(settings, unit),
    margin: settings.margin,
  };
}
