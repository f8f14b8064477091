import { callback } from '../worker/client';
import type {
  Choices,
  DatasetEntry,
  FileProblem,
  Keeping,
  Opened,
  ReadProgress,
  Refused,
  SampleName,
  StoreFailure,
} from '../worker/protocol';
import type { RemoteEngine } from './engine';
import { type FileInHand, type Question, withAnswer, withColumns } from './files-in-hand';

/** What the Data page is busy with. */
export type Step = 'choosing' | 'inspecting' | 'mapping' | 'importing' | 'opening';

/**
 * The datasets and the files in hand: from choosing files to an open dataset. The only writer of both.
 *
 * An import that is refused, cancelled or fails leaves the open dataset and the list as they were.
 */
export class Session {
  #step = $state<Step>('choosing');
  #files = $state.raw<FileInHand[]>([]);
  #progress = $state.raw<ReadProgress | null>(null);
  #refused = $state.raw<FileProblem[]>([]);
  #refusal = $state.raw<Refused | null>(null);
  #datasets = $state.raw<DatasetEntry[]>([]);
  #entry = $state.raw<DatasetEntry | null>(null);
  #keeping = $state.raw<Keeping>({ kind: 'browser' });
  #failure = $state.raw<StoreFailure | null>(null);
  #cancelled = $state(false);
  readonly #engine: RemoteEngine;
  readonly #loaded: Promise<void>;
  readonly #whenOpened: (entry: DatasetEntry | null) => void;

  /**
   * @param loaded settles when all code is there: no file is read before, so that nothing is fetched after
   * @param whenOpened told of every dataset opened, and of null when none is open any more
   */
  constructor(
    engine: RemoteEngine,
    loaded: Promise<void>,
    whenOpened: (entry: DatasetEntry | null) => void,
  ) {
    this.#engine = engine;
    this.#loaded = loaded;
    this.#whenOpened = whenOpened;
  }

  get step(): Step {
    return this.#step;
  }

  get files(): readonly FileInHand[] {
    return this.#files;
  }

  get progress(): ReadProgress | null {
    return this.#progress;
  }

  /** Files that were refused when they were looked at, newest attempt only. */
  get refused(): readonly FileProblem[] {
    return this.#refused;
  }

  /** The file that stopped the last import, with its report where it was read to the end. */
  get refusal(): Refused | null {
    return this.#refusal;
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  get datasets(): readonly DatasetEntry[] {
    return this.#datasets;
  }

  /** The open dataset; null when none is. */
  get entry(): DatasetEntry | null {
    return this.#entry;
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  /** Why the store could not do the last thing it was asked for. */
  get failure(): StoreFailure | null {
    return this.#failure;
  }

  /** Lists what is kept and opens the dataset that was open last. */
  async start(lastOpen: string | null): Promise<void> {
    this.#keeping = await this.#engine.start();
    await this.#list();
    if (lastOpen !== null && this.#datasets.some(({ id }) => id === lastOpen)) {
      await this.open(lastOpen);
    }
  }

  /** Looks at the files and shows what is understood; files that cannot be read are told and left out. */
  async choose(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.#forgetOutcome();
    this.#step = 'inspecting';
    this.#files = files.map((file) => ({
      file,
      choices: {},
      understood: null,
      answered: [],
    }));
    await this.#loaded;
    await this.#inspect();
    const refused = this.#files.flatMap(({ understood }) =>
      understood?.kind === 'problem' ? [understood] : [],
    );
    this.#refused = refused;
    if (refused.length > 0) {
      this.#files = this.#files.filter(({ understood }) => understood?.kind === 'understanding');
    }
    this.#step = this.#files.length > 0 ? 'mapping' : 'choosing';
  }

  /** Says which columns play which roles in every file with this header, and looks again. */
  async mapColumns(fingerprint: string, change: Choices): Promise<void> {
    await this.#change(fingerprint, (file) => withColumns(file, change));
  }

  /** Answers a question in every file with this header that asks it, and looks again. */
  async answer(fingerprint: string, question: Question, value: string): Promise<void> {
    await this.#change(fingerprint, (file) => withAnswer(file, question, value));
  }

  async #change(fingerprint: string, change: (file: FileInHand) => FileInHand): Promise<void> {
    this.#files = this.#files.map((file) =>
      file.understood?.kind === 'understanding' && file.understood.fingerprint === fingerprint
        ? change(file)
        : file,
    );
    await this.#inspect();
    this.#step = 'mapping';
  }

  /** Puts the files away; nothing was imported. */
  putAway(): void {
    this.#files = [];
    this.#refused = [];
    this.#refusal = null;
    this.#step = 'choosing';
  }

  async importFiles(): Promise<void> {
    this.#forgetOutcome();
    this.#step = 'importing';
    const progress = callback((now: ReadProgress) => (this.#progress = now));
    const chosen = this.#files.map(({ file, choices }) => ({ file, choices }));
    const outcome = await this.#engine.importFiles(chosen, progress);
    this.#progress = null;
    switch (outcome.kind) {
      case 'opened':
        this.#files = [];
        await this.#opened(outcome);
        break;
      case 'question':
        this.#files = this.#files.map((file, index) =>
          index === outcome.fileIndex ? { ...file, understood: outcome.understanding } : file,
        );
        this.#step = 'mapping';
        break;
      case 'problem':
        this.#refusal = outcome;
        this.#step = 'mapping';
        break;
      case 'cancelled':
        this.#cancelled = true;
        this.#step = 'mapping';
        break;
    }
  }

  async cancelImport(): Promise<void> {
    await this.#engine.cancelImport();
  }

  async openSample(sample: SampleName): Promise<void> {
    this.#forgetOutcome();
    this.#step = 'opening';
    await this.#opened(await this.#engine.createSample(sample));
  }

  async open(id: string): Promise<void> {
    this.#forgetOutcome();
    this.#step = 'opening';
    const outcome = await this.#engine.open(id);
    if (outcome.kind === 'opened') await this.#opened(outcome);
    else {
      this.#failure = outcome.failure;
      this.#step = 'choosing';
    }
  }

  async rename(id: string, name: string): Promise<void> {
    const done = await this.#engine.rename(id, name);
    this.#failure = done.kind === 'failed' ? done.failure : null;
    if (done.kind === 'done' && this.#entry?.id === id) this.#entry = { ...this.#entry, name };
    await this.#list();
  }

  async remove(id: string): Promise<void> {
    const done = await this.#engine.remove(id);
    this.#failure = done.kind === 'failed' ? done.failure : null;
    if (done.kind === 'done' && this.#entry?.id === id) this.#close();
    await this.#list();
  }

  async eraseEverything(): Promise<void> {
    const done = await this.#engine.eraseEverything();
    this.#failure = done.kind === 'failed' ? done.failure : null;
    if (done.kind === 'done') this.#close();
    await this.#list();
  }

  #close(): void {
    this.#entry = null;
    this.#whenOpened(null);
  }

  #forgetOutcome(): void {
    this.#refused = [];
    this.#refusal = null;
    this.#failure = null;
    this.#cancelled = false;
  }

  async #opened({ entry, unsaved }: Opened): Promise<void> {
    this.#entry = entry;
    this.#failure = unsaved;
    this.#step = 'choosing';
    this.#whenOpened(entry);
    await this.#list();
  }

  async #list(): Promise<void> {
    this.#datasets = await this.#engine.datasets();
  }

  async #inspect(): Promise<void> {
    this.#step = 'inspecting';
    const chosen = this.#files.map(({ file, choices }) => ({ file, choices }));
    const understood = await this.#engine.inspect(chosen);
    this.#files = this.#files.map((file, index) => ({
      ...file,
      understood: understood[index] ?? null,
    }));
  }
}
