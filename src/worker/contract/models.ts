import type { FitResult, ModelParameters } from '../../analysis/models/fit';
import type { ModelAdvice } from '../../analysis/models/model-choice';
import type { Interval } from '../../analysis/models/uncertainty/interval';
import type { PredictionIntervals } from '../../analysis/models/uncertainty/prediction-intervals';
import type { Accuracy } from '../../analysis/models/validation/accuracy';
import type { ConditionalMean } from '../../analysis/models/validation/conditional-expectations';
import type { FrequencyFit } from '../../analysis/models/validation/frequency-fit';
import type { NaiveName } from '../../analysis/models/validation/naive';
import type { Tracking } from '../../analysis/models/validation/tracking';
import type { ModelName } from './settings';

/** One purchase model beside the others. */
export interface ModelLine {
  name: ModelName;
  /** Fitted to all the time there is. */
  fit: FitResult<ModelParameters>;
  /** Fitted to the calibration, tested on the holdout; null where either could not be. */
  accuracy: Accuracy | null;
}

/** The models beside each other, and the one in use put to the test. */
export interface ModelsAnswer {
  kind: 'models';
  /** Buyers compared: all, or every so many of very many. */
  compared: number;
  buyers: number;
  /** Lowest AIC first; those without a fit last. */
  lines: ModelLine[];
  naive: { name: NaiveName; accuracy: Accuracy }[];
  /** null when no model could be fitted. */
  advice: ModelAdvice<ModelName> | null;
  /** The model in use. */
  model: ModelName;
  /** Days: last of the calibration, last of the holdout, and the earliest and latest that can be chosen. */
  split: { day: number; end: number; from: number; to: number } | null;
  /** Actual and expected numbers of buyers by repeat purchases, over all the time there is. */
  frequency: FrequencyFit | null;
  /** The model in use on the holdout; null where it could not be tested. */
  test: {
    tracking: Tracking;
    byFrequency: ConditionalMean[];
    byRecency: ConditionalMean[];
  } | null;
}

/** A newer question has taken over; its answer is the one to wait for. */
export interface Superseded {
  kind: 'superseded';
}

/** Intervals from refitting to resampled customers, to be held against those of `PredictionSummary`. */
export interface BootstrapAnswer {
  kind: 'bootstrap';
  /** Resamples asked for, and those that no model could be fitted to. */
  draws: number;
  failed: number;
  intervals: PredictionIntervals;
  /** 90% interval of each parameter. */
  parameters: Record<string, Interval>;
}
