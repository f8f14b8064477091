import type { Orders } from '../../analysis/orders';
import { parseIsoDate } from '../../analysis/calendar';
import type { FitResult, ModelParameters } from '../../analysis/models/fit';
import { adviseModel } from '../../analysis/models/model-choice';
import { PURCHASE_MODELS } from '../../analysis/models/purchase-models';
import { sampleHistory, type RepeatHistory } from '../../analysis/models/repeat-history';
import { accuracy } from '../../analysis/models/validation/accuracy';
import { byFrequency, byRecency } from '../../analysis/models/validation/conditional-expectations';
import { frequencyFit } from '../../analysis/models/validation/frequency-fit';
import { holdoutForecast } from '../../analysis/models/validation/holdout';
import { naiveForecast } from '../../analysis/models/validation/naive';
import {
  defaultSplit,
  firstOrder,
  type SplitHistories,
  splitHistories,
} from '../../analysis/models/validation/split-histories';
import { tracking } from '../../analysis/models/validation/tracking';
import { NO_DAY } from '../../analysis/transactions';
import type { FitShelf } from '../fit-shelf';
import type { ModelLine, ModelsAnswer } from '../contract/models';
import { type ModelName, MODELS, type Settings } from '../contract/settings';

/** Of more buyers than this every so many stand for all when models are compared. */
const COMPARED = 50_000;
/** Spans longer than this are tracked in steps of four weeks. */
const LONG = 1200;

/** What a comparison needs to know. */
export interface Compared {
  /** null where the date of every order is not known: then there is nothing to split for a test. */
  orders: Orders | null;
  /** Every buyer. */
  history: RepeatHistory;
  settings: Settings;
  shelf: FitShelf;
  /** What decides the orders, for the shelf. */
  inputs: readonly unknown[];
}

/** The comparison, model by model: yields after each, and returns the answer. */
export function* comparison(
  compared: Compared,
  inUse: (lines: readonly ModelLine[]) => ModelName,
): Generator<undefined, ModelsAnswer> {
  const { orders, history, settings } = compared;
  const rows = history.count;
  const every = Math.ceil(rows / COMPARED);
  const some = every > 1 ? sampleHistory(history, Math.floor(rows / every)) : history;
  const span = orders && splitSpan(orders, settings);
  const split = orders && span && splitHistories(orders, span.day, settings.timeUnit, every);
  const tested: { calibration: FitResult<ModelParameters>; predicted: Float64Array | null }[] = [];
  const lines: ModelLine[] = [];
  for (const name of MODELS) {
    const fit = fitTo(compared, name, some, every);
    yield undefined;
    const test = split && testOn(compared, name, split, every, fit);
    tested.push(test ?? { calibration: fit, predicted: null });
    lines.push({
      name,
      fit,
      accuracy: split && test?.predicted ? accuracy(split.purchases, test.predicted) : null,
    });
    yield undefined;
  }
  const model = inUse(lines);
  const at = MODELS.indexOf(model);
  const { calibration, predicted } = tested[at];
  const { fit } = lines[at];
  return {
    kind: 'models',
    compared: customersOf(some),
    buyers: customersOf(history),
    lines: [...lines].sort((a, b) => aic(a) - aic(b)),
    naive: split
      ? (['last-period', 'average-pace'] as const).map((name) => ({
          name,
          accuracy: accuracy(split.purchases, naiveForecast(name, split)),
        }))
      : [],
    advice: advice(lines),
    model,
    split: span,
    frequency: fit.kind === 'fit' ? frequencyFit(PURCHASE_MODELS[model], fit.params, some) : null,
    test:
      orders && span && split && predicted && calibration.kind === 'fit'
        ? {
            tracking: tracking(
              orders,
              PURCHASE_MODELS[model],
              calibration.params,
              settings.timeUnit,
              span.day,
              span.end - span.from > LONG ? 28 : 7,
            ),
            byFrequency: byFrequency(split, predicted),
            byRecency: byRecency(split, predicted),
          }
        : null,
  };
}

/** The advised model of compared lines. */
export function advice(lines: readonly ModelLine[]) {
  return adviseModel(
    lines.map(({ name, fit, accuracy: errors }) => ({
      name,
      aic: fit.kind === 'fit' ? fit.aic : null,
      rmse: errors?.rmse ?? null,
    })),
  );
}

function customersOf({ count, weight }: RepeatHistory): number {
  return weight ? weight.reduce((sum, w) => sum + w, 0) : count;
}

function aic({ fit }: ModelLine): number {
  return fit.kind === 'fit' ? fit.aic : Infinity;
}

function fitTo(
  { settings, shelf, inputs }: Compared,
  name: ModelName,
  history: RepeatHistory,
  every: number,
): FitResult<ModelParameters> {
  const unit = settings.timeUnit;
  return shelf.of([...inputs, unit, name, ...(every > 1 ? [every] : [])], () =>
    PURCHASE_MODELS[name].fit(history, unit),
  );
}

/** @param whole the fit to all of the time, which the calibration's is not far from */
function testOn(
  { settings, shelf, inputs }: Compared,
  name: ModelName,
  split: SplitHistories,
  every: number,
  whole: FitResult<ModelParameters>,
): { calibration: FitResult<ModelParameters>; predicted: Float64Array | null } {
  const unit = settings.timeUnit;
  const model = PURCHASE_MODELS[name];
  const near =
    whole.kind === 'fit' ? { from: model.parameters.map((key) => whole.params[key]) } : {};
  const calibration = shelf.of([...inputs, unit, name, 'until', split.split, every], () =>
    model.fit(split.history, unit, near),
  );
  const predicted =
    calibration.kind === 'fit' ? holdoutForecast(model, calibration.params, split) : null;
  return { calibration, predicted };
}

/** The split asked for, or the default; null where there is no room for both parts. */
function splitSpan(orders: Orders, { splitDate }: Settings): ModelsAnswer['split'] {
  const first = firstOrder(orders);
  const end = orders.observationEnd;
  if (first === NO_DAY || end - first < 2) return null;
  const asked = splitDate === null ? null : parseIsoDate(splitDate);
  const day = asked ?? defaultSplit(orders);
  return { day: Math.min(end - 1, Math.max(first + 1, day)), end, from: first, to: end };
}
