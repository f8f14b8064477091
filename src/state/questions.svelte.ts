import type { Settings } from '../worker/contract/settings';
import { Answer } from './answer.svelte';
import type { RemoteEngine } from './engine';

/** The questions about the open dataset that depend on nothing but the settings. */
const QUESTIONS = {
  overview: (engine: RemoteEngine, settings: Settings) => engine.overview(settings),
  segments: (engine: RemoteEngine, settings: Settings) => engine.segments(settings),
  churn: (engine: RemoteEngine, settings: Settings) => engine.churn(settings),
  retention: (engine: RemoteEngine, settings: Settings) => engine.retention(settings),
  value: (engine: RemoteEngine, settings: Settings) => engine.value(settings),
  summary: (engine: RemoteEngine, settings: Settings) => engine.summary(settings),
};

export type Question = keyof typeof QUESTIONS;

type AnswerTo<Q extends Question> = Awaited<ReturnType<(typeof QUESTIONS)[Q]>>;

/** The worker's newest answer to each question about the open dataset. */
export class Questions {
  readonly #answers: { [Q in Question]: Answer<AnswerTo<Q>> };
  readonly #engine: RemoteEngine;

  constructor(engine: RemoteEngine) {
    this.#engine = engine;
    this.#answers = {
      overview: new Answer(),
      segments: new Answer(),
      churn: new Answer(),
      retention: new Answer(),
      value: new Answer(),
      summary: new Answer(),
    };
  }

  /** The newest answer, as it stands; what is shown follows it. */
  answer<Q extends Question>(question: Q): Answer<AnswerTo<Q>> {
    return this.#answers[question];
  }

  /** Asks again under these settings. */
  ask(question: Question, settings: Settings): void {
    const answer = this.#answers[question] as Answer<unknown>;
    answer.ask(() => QUESTIONS[question](this.#engine, settings));
  }

  /** Drops every answer: the dataset they were about is closed. */
  forget(): void {
    for (const answer of Object.values(this.#answers)) answer.forget();
  }
}
