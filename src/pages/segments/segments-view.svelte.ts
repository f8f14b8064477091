import { Answer } from '../../state/answer.svelte';
import type { Tenure } from '../../state/tenure.svelte';
import type { Condition, Group, GroupAnswer, Slice } from '../../worker/contract/customer-group';
import type { SegmentsAnswer } from '../../worker/contract/segments';
import type { Settings } from '../../worker/contract/settings';
import { addCells, EVERYONE, isEveryone, keptUnder, toggleCell, toggleSegment } from './choosing';
import type { Measure } from './measure';

/** What is shown and chosen on the Segments page; the only writer of both. */
export class SegmentsView {
  readonly #tenure: Tenure;
  #measure = $state<Measure>('customers');
  #group = $state.raw<Group>(EVERYONE);
  readonly #segments = new Answer<SegmentsAnswer>();
  readonly #chosen = new Answer<GroupAnswer>();
  /** Whether predictions for very many are being made. */
  #predicting = $state(false);

  constructor(tenure: Tenure) {
    this.#tenure = tenure;
  }

  get measure(): Measure {
    return this.#measure;
  }

  set measure(measure: Measure) {
    this.#measure = measure;
  }

  get group(): Group {
    return this.#group;
  }

  get answer(): SegmentsAnswer | null {
    return this.#segments.value;
  }

  /** What the chosen buyers come to; of everyone in the slice while nothing is chosen. */
  get chosen(): GroupAnswer | null {
    return this.#chosen.value;
  }

  get problem(): unknown {
    return this.#segments.problem ?? this.#chosen.problem;
  }

  get hasChoice(): boolean {
    return !isEveryone(this.#group);
  }

  /** Asks the worker about the slice and the choice, under these settings. */
  ask(settings: Settings): void {
    const { engine } = this.#tenure;
    const group = this.#group;
    this.#segments.ask(() => engine.segmentsOf(settings, group.slice));
    this.#chosen.ask(() => engine.group(settings, group));
  }

  /** Has the predictions made that the answer does without yet. */
  async predict(settings: Settings): Promise<void> {
    if (this.#predicting) return;
    this.#predicting = true;
    try {
      await this.#tenure.engine.predictSegments(settings);
      this.ask(this.#tenure.settings.current);
    } catch (problem) {
      this.#tenure.fail(problem);
    }
    this.#predicting = false;
  }

  toggleSegment(segment: string): void {
    this.#group = toggleSegment(this.#group, segment, this.answer?.map ?? null);
  }

  toggleCell(cell: number): void {
    this.#group = toggleCell(this.#group, cell, this.answer?.map ?? null);
  }

  addCells(cells: readonly number[]): void {
    this.#group = addCells(this.#group, cells, this.answer?.map ?? null);
  }

  slice(slice: Slice | null): void {
    this.#group = { ...this.#group, slice };
  }

  narrow(conditions: Condition[]): void {
    this.#group = { ...this.#group, conditions };
  }

  /** Lets go of the choice; the slice stays. */
  clear(): void {
    this.#group = { ...EVERYONE, slice: this.#group.slice };
  }

  /** Lets go of what means nothing under the map that is now in use. */
  keepWhatIsLeft({ segments, grid }: SegmentsAnswer): void {
    const names = (segments ?? []).map(({ name }) => name);
    this.#group = keptUnder(this.#group, names, grid.bins ** 2);
  }
}

/** The view of each dataset that was looked at, so that what was chosen is there when one comes back. */
const views = new WeakMap<Tenure, { dataset: string; view: SegmentsView }>();

export function viewOf(tenure: Tenure, dataset: string): SegmentsView {
  const known = views.get(tenure);
  if (known?.dataset === dataset) return known.view;
  const view = new SegmentsView(tenure);
  views.set(tenure, { dataset, view });
  return view;
}
