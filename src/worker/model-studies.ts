import type { Orders } from '../analysis/orders';
import { bootstrapAnswer } from './answers/bootstrap';
import { advice, type Compared, comparison } from './answers/comparison';
import type { Histories } from './answers/fits';
import { roundsInSteps } from './answers/rounds';
import type { Prediction } from './answers/value';
import type { BootstrapAnswer, ModelLine, ModelsAnswer } from './contract/models';
import type { Round, RoundsAnswer } from './contract/rounds';
import type { ModelName, Settings } from './contract/settings';
import type { DatasetContent } from './dataset-columns';
import type { FitShelf } from './fit-shelf';
import { atOnce, inSteps } from './in-steps';
import { Memo } from './memo';
import { forModels, forOrders } from './stage-inputs';

/** What the studies are made from: the stages of the open dataset. */
export interface ModelSources {
  readonly content: DatasetContent;
  orders(settings: Settings): Orders;
  histories(settings: Settings): Histories;
  prediction(settings: Settings): Prediction | null;
}

/** Which model suits, how sure its estimates are, and what buying counted in rounds tells. */
export class ModelStudies {
  readonly #from: ModelSources;
  readonly #shelf: FitShelf;
  readonly #comparison = new Memo<ModelsAnswer>();
  readonly #rounds = new Memo<RoundsAnswer>(8);

  constructor(sources: ModelSources, shelf: FitShelf) {
    this.#from = sources;
    this.#shelf = shelf;
  }

  /** The model in use: the one chosen, or the one the comparison advises. */
  model(settings: Settings): ModelName {
    return this.modelKnown(settings) ?? this.comparison(settings).model;
  }

  /** The same where it is known without a comparison. */
  modelKnown(settings: Settings): ModelName | undefined {
    if (settings.model !== 'auto') return settings.model;
    return this.#comparison.known(forModels(settings))?.model;
  }

  /** The comparison at once. */
  comparison(settings: Settings): ModelsAnswer {
    return this.#comparison.of(forModels(settings), () => atOnce(this.#compare(settings)));
  }

  /** The same with a rest before each step; null as soon as `stopped` says so. */
  async comparisonInSteps(
    settings: Settings,
    stopped: () => boolean,
  ): Promise<ModelsAnswer | null> {
    const inputs = forModels(settings);
    const known = this.#comparison.known(inputs);
    if (known) return known;
    const answer = await inSteps(this.#compare(settings), stopped);
    return answer && this.#comparison.of(inputs, () => answer);
  }

  #compare(settings: Settings): Generator<undefined, ModelsAnswer> {
    const compared: Compared = {
      orders: this.#from.content.kind === 'orders' ? this.#from.orders(settings) : null,
      history: this.#from.histories(settings).history,
      settings,
      shelf: this.#shelf,
      inputs: forOrders(settings),
    };
    const inUse = (lines: readonly ModelLine[]): ModelName =>
      settings.model === 'auto' ? (advice(lines)?.model ?? 'bg-nbd') : settings.model;
    return comparison(compared, inUse);
  }

  /**
   * Refits to resamples, with a rest before each; null where there is nothing to refit, and as soon as `stopped`
   * says so.
   *
   * @param onProgress told how many are done
   */
  async bootstrap(
    settings: Settings,
    draws: number,
    stopped: () => boolean,
    onProgress: (done: number) => void,
  ): Promise<BootstrapAnswer | null> {
    const prediction = this.#from.prediction(settings);
    return prediction && inSteps(bootstrapAnswer(prediction, draws), stopped, onProgress);
  }

  /**
   * Customers counted by rounds of a calendar period; null takes the period that suits them. With a rest before
   * each step.
   */
  async rounds(settings: Settings, round: Round | null): Promise<RoundsAnswer> {
    const inputs = [...forOrders(settings), round];
    const known = this.#rounds.known(inputs);
    if (known) return known;
    const answer = await inSteps(roundsInSteps(this.#from.orders(settings), round));
    return this.#rounds.of(inputs, () => answer);
  }
}
