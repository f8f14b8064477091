import type { Customers } from '../analysis/customers';
import type { FitResult, ModelParameters } from '../analysis/models/fit';
import { gammaGamma, type GammaGammaParams } from '../analysis/models/gamma-gamma';
import { PURCHASE_MODELS } from '../analysis/models/purchase-models';
import type { RepeatHistory } from '../analysis/models/repeat-history';
import type { SpendHistory } from '../analysis/models/spend-history';
import type { TimeUnit } from '../analysis/time-unit';
import type { Fits, Histories } from './answers/fits';
import type { ModelName, Settings } from './contract/settings';
import type { FitShelf } from './fit-shelf';
import type { ModelStudies } from './model-studies';
import { forOrders } from './stage-inputs';

/** What the fits are made from: the stages of the open dataset. */
export interface FitSources {
  customers(settings: Settings): Customers;
  histories(settings: Settings): Histories;
  readonly modelStudies: Pick<ModelStudies, 'model' | 'modelKnown'>;
}

/** Fits models somewhere else. */
export interface FitterElsewhere {
  purchase(
    model: ModelName,
    history: RepeatHistory,
    unit: TimeUnit,
  ): Promise<FitResult<ModelParameters>>;
  spend(history: SpendHistory): Promise<FitResult<GammaGammaParams>>;
}

/** Fits to more buyers take so long that questions should not wait for them. */
const FITTED_AT_ONCE = 50_000;

/** The models in use, fitted to the buyers. */
export class ModelFits {
  readonly #from: FitSources;
  readonly #shelf: FitShelf;

  constructor(sources: FitSources, shelf: FitShelf) {
    this.#from = sources;
    this.#shelf = shelf;
  }

  of(settings: Settings): Fits {
    const known = this.#from.histories(settings);
    const model = this.#from.modelStudies.model(settings);
    return {
      ...known,
      model,
      purchase: this.#shelf.of(forPurchases(settings, model), () =>
        PURCHASE_MODELS[model].fit(known.history, settings.timeUnit),
      ),
      spend: this.#shelf.of(forSpend(settings), () => gammaGamma.fit(known.spendHistory)),
    };
  }

  /**
   * Has them fitted elsewhere where that takes long; `of` finds them then. Nothing is to be done where a
   * comparison has yet to choose the model.
   */
  async prepare(settings: Settings, elsewhere: FitterElsewhere): Promise<void> {
    if (this.#from.customers(settings).buyers.length <= FITTED_AT_ONCE) return;
    const model = this.#from.modelStudies.modelKnown(settings);
    if (model === undefined) return;
    const { history, spendHistory } = this.#from.histories(settings);
    await Promise.all([
      this.#shelf.prepare(forPurchases(settings, model), () =>
        elsewhere.purchase(model, history, settings.timeUnit),
      ),
      this.#shelf.prepare(forSpend(settings), () => elsewhere.spend(spendHistory)),
    ]);
  }
}

function forPurchases(settings: Settings, model: ModelName): unknown[] {
  return [...forOrders(settings), settings.timeUnit, model];
}

function forSpend(settings: Settings): unknown[] {
  return [...forOrders(settings), gammaGamma.name];
}
