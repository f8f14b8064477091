import { Answer } from '../../state/answer.svelte';
import { ComparedModels } from '../../state/compared-models.svelte';
import type { Question } from '../../state/questions.svelte';
import type { Tenure } from '../../state/tenure.svelte';
import type { DatasetEntry } from '../../worker/contract/datasets';
import type { Settings } from '../../worker/contract/settings';
import { DEFAULT_SURVIVAL_OPTIONS, type SurvivalAnswer } from '../../worker/contract/survival';
import { isLifetimes, isSummary } from '../kinds/kind-of';

const ORDER_QUESTIONS = ['overview', 'segments', 'churn', 'retention', 'value'] as const;
const SUMMARY_QUESTIONS = ['summary', 'value'] as const;

/** The answers that the report of one dataset is made of: the same that its pages ask for. */
export class ReportAnswers {
  readonly #tenure: Tenure;
  readonly #entry: DatasetEntry;
  readonly #models = new ComparedModels();
  readonly #survival = new Answer<SurvivalAnswer>();

  constructor(tenure: Tenure, entry: DatasetEntry) {
    this.#tenure = tenure;
    this.#entry = entry;
  }

  ask(settings: Settings): void {
    for (const question of this.#questions) this.#tenure.questions.ask(question, settings);
    if (isLifetimes(this.#entry)) {
      const { engine } = this.#tenure;
      this.#survival.ask(() => engine.survival(settings, DEFAULT_SURVIVAL_OPTIONS));
    } else this.#models.ask(this.#tenure, settings);
  }

  /** Whether every part of the report can be shown. */
  get ready(): boolean {
    return isLifetimes(this.#entry)
      ? this.survival !== null
      : this.models !== null &&
          this.#questions.every((question) => this.#tenure.questions.answer(question).value);
  }

  get overview() {
    return this.#tenure.questions.answer('overview').value;
  }

  get segments() {
    return this.#tenure.questions.answer('segments').value;
  }

  get churn() {
    return this.#tenure.questions.answer('churn').value;
  }

  get retention() {
    return this.#tenure.questions.answer('retention').value;
  }

  get value() {
    return this.#tenure.questions.answer('value').value;
  }

  get summary() {
    return this.#tenure.questions.answer('summary').value;
  }

  get models() {
    return this.#models.answer;
  }

  get survival() {
    return this.#survival.value;
  }

  get #questions(): readonly Question[] {
    if (isLifetimes(this.#entry)) return [];
    return isSummary(this.#entry) ? SUMMARY_QUESTIONS : ORDER_QUESTIONS;
  }
}
