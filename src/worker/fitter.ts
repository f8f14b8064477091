import * as Comlink from 'comlink';
import type { FitResult, ModelParameters } from '../analysis/models/fit';
import { gammaGamma, type GammaGammaParams } from '../analysis/models/gamma-gamma';
import { PURCHASE_MODELS } from '../analysis/models/purchase-models';
import type { RepeatHistory } from '../analysis/models/repeat-history';
import type { SpendHistory } from '../analysis/models/spend-history';
import type { TimeUnit } from '../analysis/time-unit';
import type { ModelName } from './contract/settings';

/** Fits models and nothing else: in a worker of its own, the engine answers meanwhile. */
const fitter = {
  ping() {
    // That it is answered is the answer.
  },

  purchase: (
    model: ModelName,
    history: RepeatHistory,
    unit: TimeUnit,
  ): FitResult<ModelParameters> => PURCHASE_MODELS[model].fit(history, unit),
  spend: (history: SpendHistory): FitResult<GammaGammaParams> => gammaGamma.fit(history),
};

export type Fitter = typeof fitter;

Comlink.expose(fitter);
