import { callback } from '../worker/client';
import type {
  DatasetEntry,
  DatasetList,
  Done,
  Keeping,
  Opened,
  StoreFailure,
  StoreSignal,
} from '../worker/contract/datasets';
import type { ProjectRefused } from '../worker/contract/projects';
import type { RemoteEngine } from './engine';
import {
  type Noted,
  notedDatasets,
  noteDatasets,
  onNotedElsewhere,
  unnoteDataset,
} from './kept-list';
import { keepsNothingHere, noteKeepsNothing } from './keeps-nothing';
import { addNotes, projectNotes } from './project-notes';
import type { Settings } from '../worker/contract/settings';

const NONE: DatasetList = { entries: [], unkept: [], torn: [], failure: null };

/** What became of the store while the page is open; `well` until something does. */
export type StoreState = 'well' | StoreSignal;

/** The datasets there are, the one that is open, and what the store says. The only writer of them. */
export class Datasets {
  #list = $state.raw<DatasetList>(NONE);
  #entry = $state.raw<DatasetEntry | null>(null);
  #keeping = $state.raw<Keeping>({ kind: 'browser' });
  #failure = $state.raw<StoreFailure | null>(null);
  #store = $state<StoreState>('well');
  #lost = $state.raw<readonly Noted[]>([]);
  #keepsNothing = $state(false);
  readonly #engine: RemoteEngine;
  readonly #whenOpened: (entry: DatasetEntry | null, kept: boolean) => void;

  /** @param whenOpened told of every dataset opened, and of null when none is open any more */
  constructor(
    engine: RemoteEngine,
    whenOpened: (entry: DatasetEntry | null, kept: boolean) => void,
  ) {
    this.#engine = engine;
    this.#whenOpened = whenOpened;
  }

  /** Newest first. */
  get entries(): readonly DatasetEntry[] {
    return this.#list.entries;
  }

  /** The open dataset; null when none is. */
  get open(): DatasetEntry | null {
    return this.#entry;
  }

  /** Whether it outlives the tab. */
  isKept(id: string): boolean {
    return !this.#list.unkept.includes(id);
  }

  /** Whether a part of it is gone from the browser's store. */
  isTorn(id: string): boolean {
    return this.#list.torn.includes(id);
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  get store(): StoreState {
    return this.#store;
  }

  /** Why the store could not do the last thing it was asked for. */
  get failure(): StoreFailure | null {
    return this.#failure;
  }

  /** Datasets that this browser kept and has no more, though nobody deleted them here. */
  get lost(): readonly Noted[] {
    return this.#lost;
  }

  /** Whether what is loaded from now on lives in this tab only. */
  get keepsNothing(): boolean {
    return this.#keepsNothing;
  }

  /** Lists what is kept, notices what is gone, and opens the dataset that was open last. */
  async start(lastOpen: string | null): Promise<void> {
    const before = notedDatasets();
    const heard = callback((signal: StoreSignal) => this.#hear(signal));
    this.#keeping = await this.#engine.start(heard);
    if (this.#store === 'waiting') this.#store = 'well';
    if (keepsNothingHere()) await this.keepNothing(true);
    await this.#look();
    if (this.#keeping.kind === 'browser' && this.#list.failure === null) this.#missed(before);
    this.#note();
    onNotedElsewhere(() => void this.#look());
    if (lastOpen !== null && this.#list.entries.some(({ id }) => id === lastOpen)) {
      await this.openOne(lastOpen);
    }
  }

  async openOne(id: string): Promise<void> {
    this.#failure = null;
    const outcome = await this.#engine.open(id);
    if (outcome.kind === 'opened') await this.opened(outcome);
    else this.#failure = outcome.failure;
  }

  /** @returns why the file was refused; null when its dataset is open */
  async openProject(file: File): Promise<ProjectRefused | null> {
    this.#failure = null;
    const outcome = await this.#engine.openProject(file);
    if (outcome.kind === 'project-refused') return outcome;
    if (!this.#keepsNothing) addNotes(outcome.notes);
    await this.opened(outcome);
    return null;
  }

  /** The open dataset as a project file. */
  async project(settings: Settings): Promise<Blob> {
    return this.#engine.projectFile(settings, projectNotes());
  }

  /** Takes over what the engine has opened. */
  async opened({ entry, unsaved, kept }: Opened): Promise<void> {
    this.#failure = unsaved;
    this.#lost = this.#lost.filter(({ id }) => id !== entry.id);
    // Before the pages know: they ask about it at once, and the list would wait behind all their answers.
    await this.#refresh();
    this.#entry = entry;
    this.#whenOpened(entry, kept);
  }

  async keepSettings(settings: Settings): Promise<void> {
    this.#failed(await this.#engine.keepSettings(settings));
  }

  async rename(id: string, name: string): Promise<void> {
    const renamed = this.#failed(await this.#engine.rename(id, name));
    if (renamed && this.#entry?.id === id) this.#entry = { ...this.#entry, name };
    await this.#refresh();
  }

  async remove(id: string): Promise<void> {
    unnoteDataset(id);
    const removed = this.#failed(await this.#engine.remove(id));
    if (removed && this.#entry?.id === id) this.#close();
    await this.#refresh();
  }

  /** Erases the store, whatever its version. @returns whether it is gone */
  async erase(): Promise<boolean> {
    const erased = this.#failed(await this.#engine.eraseEverything());
    if (erased) {
      this.#lost = [];
      this.#store = 'well';
      await this.keepNothing(false);
      this.#close();
    }
    await this.#look();
    return erased;
  }

  async keepNothing(on: boolean): Promise<void> {
    await this.#engine.keepNothing(on);
    this.#keepsNothing = on;
    noteKeepsNothing(on);
  }

  /** The person has read what is gone. */
  forgetLost(): void {
    this.#lost = [];
    this.#note();
  }

  /** Tells why something beside could not be kept. */
  report(done: Done): void {
    if (done.kind === 'failed') this.#failure = done.failure;
  }

  forgetFailure(): void {
    this.#failure = null;
  }

  #close(): void {
    this.#entry = null;
    this.#whenOpened(null, false);
  }

  #hear(signal: StoreSignal): void {
    this.#store = signal;
  }

  /** @returns whether it was done; why not is told otherwise */
  #failed(done: Done): boolean {
    this.#failure = done.kind === 'failed' ? done.failure : null;
    return done.kind === 'done';
  }

  /** What was noted before the list was read and still is, and the list does not know. */
  #missed(before: readonly Noted[]): void {
    const { entries } = this.#list;
    const after = notedDatasets();
    this.#lost = before.filter(({ id }) => isAmong(after, id) && !isAmong(entries, id));
  }

  async #refresh(): Promise<void> {
    await this.#look();
    this.#note();
  }

  async #look(): Promise<void> {
    const list = await this.#engine.datasets();
    // A store that does not answer says nothing about what was in it.
    this.#list = list.failure ? { ...list, entries: this.#stillShown(list) } : list;
    if (list.failure) this.#failure ??= list.failure;
  }

  #stillShown({ entries }: DatasetList): DatasetEntry[] {
    return [...entries, ...this.#list.entries.filter(({ id }) => !isAmong(entries, id))];
  }

  #note(): void {
    if (this.#keeping.kind !== 'browser' || this.#list.failure) return;
    noteDatasets(
      this.#list.entries.filter(({ id }) => this.isKept(id)),
      this.#lost,
    );
  }
}

function isAmong(datasets: readonly { id: string }[], id: string): boolean {
  return datasets.some((one) => one.id === id);
}
