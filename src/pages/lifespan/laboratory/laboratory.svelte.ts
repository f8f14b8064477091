import { linkText, readLink, type Unreadable } from './link';
import {
  initialSheets,
  initialValues,
  isCalculator,
  type AllValues,
  type Calculator,
  type Section,
  type Sheet,
  type View,
} from './sheets';

const DEPTH = 100;

/** A named set of changes of the base, in percent. */
export interface Scenario {
  name: string;
  changes: AllValues['scenario'];
}

/** What undo goes back to. */
interface Snapshot {
  currency: string | null;
  values: AllValues;
  scenarios: readonly Scenario[];
}

/**
 * Everything typed in the laboratory and the view that is open. Its only writer: a change shows at once, and becomes a
 * step that can be undone when it is settled (the hand lets go of a slider).
 */
export class Laboratory {
  #view = $state<View>('lifespan');
  #calculator: Calculator = 'simple';
  #now: Snapshot;
  #settled: Snapshot;
  #past = $state.raw<Snapshot[]>([]);
  #future = $state.raw<Snapshot[]>([]);
  #unreadable = $state<Unreadable | null>(null);
  #scenariosKept = $state(true);
  readonly #keep: (scenarios: readonly Scenario[]) => boolean;

  /**
   * @param scenarios those saved before
   * @param keep is handed the saved scenarios whenever they change, by undo too; tells whether they outlive the tab
   */
  constructor(
    scenarios: readonly Scenario[] = [],
    keep: (scenarios: readonly Scenario[]) => boolean = () => false,
  ) {
    this.#now = $state.raw<Snapshot>({ currency: 'USD', values: initialSheets(), scenarios });
    this.#settled = this.#now;
    this.#keep = keep;
  }

  get view(): View {
    return this.#view;
  }

  set view(view: View) {
    this.#view = view;
    if (isCalculator(view)) this.#calculator = view;
  }

  get section(): Section {
    return isCalculator(this.#view) ? 'calculators' : this.#view;
  }

  /** Opens a part of the laboratory; the calculators where they were left. */
  openSection(section: Section): void {
    this.view = section === 'calculators' ? this.#calculator : section;
  }

  get currency(): string | null {
    return this.#now.currency;
  }

  set currency(currency: string | null) {
    this.#now = { ...this.#now, currency };
    this.settle();
  }

  /** Why the last link opened could not be read; null when it could, or there was none. */
  get unreadable(): Unreadable | null {
    return this.#unreadable;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** What stands in a sheet; the same object until it changes. */
  values<S extends Sheet>(sheet: S): AllValues[S] {
    return this.#now.values[sheet];
  }

  /** Shows a change while it is being made; `settle` ends it. */
  try<S extends Sheet>(sheet: S, part: Partial<AllValues[S]>): void {
    const { values } = this.#now;
    this.#now = {
      ...this.#now,
      values: { ...values, [sheet]: { ...values[sheet], ...part } },
    };
  }

  /** Makes what is shown a step that can be undone. */
  settle(): void {
    if (same(this.#now, this.#settled)) return;
    this.#past = [...this.#past, this.#settled].slice(-DEPTH);
    this.#future = [];
    this.#show(this.#now);
  }

  set<S extends Sheet>(sheet: S, part: Partial<AllValues[S]>): void {
    this.try(sheet, part);
    this.settle();
  }

  reset(sheet: Sheet): void {
    this.set(sheet, initialValues(sheet));
  }

  undo(): void {
    const previous = this.#past.at(-1);
    if (!previous) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.#settled, ...this.#future];
    this.#show(previous);
  }

  redo(): void {
    const next = this.#future.at(0);
    if (!next) return;
    this.#past = [...this.#past, this.#settled];
    this.#future = this.#future.slice(1);
    this.#show(next);
  }

  get scenarios(): readonly Scenario[] {
    return this.#now.scenarios;
  }

  /** Whether the saved scenarios outlive the tab. */
  get scenariosKept(): boolean {
    return this.#scenariosKept;
  }

  /** Saves the changes as they stand under a name; one of the same name is replaced. */
  saveScenario(name: string): void {
    const saved = { name, changes: this.#now.values.scenario };
    const { scenarios } = this.#now;
    const at = scenarios.findIndex((scenario) => scenario.name === name);
    this.#now = {
      ...this.#now,
      scenarios: at < 0 ? [...scenarios, saved] : scenarios.with(at, saved),
    };
    this.settle();
  }

  deleteScenario(name: string): void {
    const scenarios = this.#now.scenarios.filter((scenario) => scenario.name !== name);
    this.#now = { ...this.#now, scenarios };
    this.settle();
  }

  /** The view that is open, as the text of a link. */
  get link(): string {
    return linkText(this.#view, this.#now.currency, this.#now.values);
  }

  /** Opens a link; one that cannot be read leaves all as it is and says so in `unreadable`. */
  open(text: string): void {
    if (text === this.link) return;
    const linked = readLink(text);
    if (typeof linked === 'string') {
      this.#unreadable = linked;
      return;
    }
    this.#unreadable = null;
    this.view = linked.view;
    this.#now = {
      ...this.#now,
      currency: linked.currency,
      values: { ...this.#now.values, ...linked.values },
    };
    this.settle();
  }

  #show(snapshot: Snapshot): void {
    const changed = snapshot.scenarios !== this.#settled.scenarios;
    this.#now = this.#settled = snapshot;
    if (changed) this.#scenariosKept = this.#keep(snapshot.scenarios);
  }
}

function same(a: Snapshot, b: Snapshot): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
