import { callback } from '../worker/client';
import type { Choices, FileProblem, ReadProgress, Refused } from '../worker/contract/importing';
import type { DatasetEntry, SampleName } from '../worker/contract/datasets';
import type { ProjectRefused } from '../worker/contract/projects';
import type { Datasets } from './datasets.svelte';
import type { RemoteEngine } from './engine';
import {
  byHeader,
  type FileInHand,
  inHand,
  mappingOf,
  mergeChoices,
  type Question,
  withAnswer,
  withColumns,
} from './files-in-hand';

/** Why a project file was not opened, and which. */
export type RefusedProject =
  Omit<ProjectRefused, 'kind'> | { code: 'PROJECT_NOT_ALONE'; file: string };

/** What the Data page is busy with. */
export type Step = 'choosing' | 'inspecting' | 'mapping' | 'importing' | 'opening';

/**
 * The files in hand: from choosing files to an open dataset. The only writer of them.
 *
 * An import that is refused, cancelled or fails leaves the open dataset and the list as they were.
 */
export class Session {
  #step = $state<Step>('choosing');
  #files = $state.raw<FileInHand[]>([]);
  /** The files were looked at, what was remembered was taken over, and the person may decide. */
  #shown = $state(false);
  #progress = $state.raw<ReadProgress | null>(null);
  #refused = $state.raw<FileProblem[]>([]);
  #refusal = $state.raw<Refused | null>(null);
  #refusedProject = $state.raw<RefusedProject | null>(null);
  #cancelled = $state(false);
  #ready = $state(false);
  #reopening = $state(false);
  /** The files in hand before each change, so that it can be taken back. */
  #past = $state.raw<FileInHand[][]>([]);
  /** The files that the open dataset was made of, for as long as the page is open. */
  #imported = $state.raw<{ entry: string; files: FileInHand[] } | null>(null);
  /** Raised by each look at the files: what an older one finds is no longer wanted. */
  #look = 0;
  readonly #engine: RemoteEngine;
  readonly #loaded: Promise<void>;
  readonly #datasets: Datasets;
  readonly #whenImported: () => void;

  /**
   * @param datasets where what is opened goes
   * @param loaded settles when all code is there: no file is read before, so that nothing is fetched after
   * @param whenImported told when the person's own files have become a dataset
   */
  constructor(
    engine: RemoteEngine,
    datasets: Datasets,
    loaded: Promise<void>,
    whenImported: () => void,
  ) {
    this.#engine = engine;
    this.#datasets = datasets;
    this.#loaded = loaded.then(() => {
      this.#ready = true;
    });
    this.#whenImported = whenImported;
  }

  get step(): Step {
    return this.#step;
  }

  /** Whether the dataset that was open last is being opened again, so that nothing can be said yet of what is open. */
  get reopening(): boolean {
    return this.#reopening;
  }

  /** Whether all code is there, so that nothing will be fetched any more. */
  get ready(): boolean {
    return this.#ready;
  }

  get files(): readonly FileInHand[] {
    return this.#files;
  }

  /** Whether there are files whose understanding can be shown and corrected. */
  get hasUnderstood(): boolean {
    return this.#shown && this.#files.length > 0;
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

  /** The project file that was refused, and why. */
  get refusedProject(): RefusedProject | null {
    return this.#refusedProject;
  }

  /** The open dataset; null when none is. */
  get entry(): DatasetEntry | null {
    return this.#datasets.open;
  }

  /**
   * Lists what is kept, and opens the dataset that was open last. Until it is there no other way in is offered: what is
   * opened first could be ready last, and take the place of what the person chose.
   */
  async start(lastOpen: string | null): Promise<void> {
    if (lastOpen === null) {
      await this.#datasets.start(null);
      return;
    }
    this.#reopening = true;
    this.#step = 'opening';
    try {
      await this.#datasets.start(lastOpen);
    } finally {
      this.#reopening = false;
      this.#step = 'choosing';
    }
  }

  /** Looks at the files and shows what is understood; files that cannot be read are told and left out. */
  async choose(files: readonly File[]): Promise<void> {
    // One import at a time: the page offers no other way in while one runs.
    if (files.length === 0 || this.#step === 'importing') return;
    this.#forgetOutcome();
    this.#step = 'inspecting';
    this.#past = [];
    this.#shown = false;
    this.#files = files.map(inHand);
    await this.#loaded;
    const project = await this.#projectAmong(files);
    if (project) {
      await this.#openProject(project, files.length);
      return;
    }
    this.#files = (await this.#engine.joinTables([...files])).map(inHand);
    await this.#inspect();
    await this.#recall();
    const refused = this.#files.flatMap(({ understood }) =>
      understood?.kind === 'problem' ? [understood] : [],
    );
    this.#refused = refused;
    if (refused.length > 0) {
      this.#files = this.#files.filter(({ understood }) => understood?.kind === 'understanding');
    }
    this.#shown = true;
    this.#step = this.#files.length > 0 ? 'mapping' : 'choosing';
  }

  /** Says which columns play which roles in every file with this header, and looks again. */
  async mapColumns(fingerprint: string, change: Choices): Promise<void> {
    await this.#change(fingerprint, (file) => withColumns(file, change));
  }

  /** Decides something else about every file with this header, and looks again. */
  async decide(fingerprint: string, change: Choices): Promise<void> {
    await this.#change(fingerprint, (file) => ({
      ...file,
      choices: mergeChoices(file.choices, change),
    }));
  }

  /** Forgets what was remembered about files with this header, and takes the columns as they are guessed. */
  async forgetMapping(fingerprint: string): Promise<void> {
    this.#datasets.report(await this.#engine.remember(fingerprint, null));
    await this.#change(fingerprint, ({ file }) => inHand(file));
    this.#past = [];
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Takes back the last decision about the files in hand. */
  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#look++;
    this.#past = this.#past.slice(0, -1);
    this.#files = before;
    this.#step = 'mapping';
  }

  /** Answers a question in every file with this header that asks it, and looks again. */
  async answer(fingerprint: string, question: Question, value: string): Promise<void> {
    await this.#change(fingerprint, (file) => withAnswer(file, question, value));
  }

  async #change(fingerprint: string, change: (file: FileInHand) => FileInHand): Promise<void> {
    const before = this.#files;
    this.#refused = [];
    this.#past = [...this.#past, before];
    this.#files = before.map((file) =>
      file.understood?.kind === 'understanding' && file.understood.fingerprint === fingerprint
        ? { ...change(file), understood: file.understood }
        : file,
    );
    if (!(await this.#inspect())) return;
    const refused = this.#files.flatMap(({ understood }) =>
      understood?.kind === 'problem' ? [understood] : [],
    );
    // A decision under which a file cannot be read at all is told, and taken back.
    if (refused.length > 0) this.undo();
    this.#refused = refused;
    this.#step = 'mapping';
  }

  /** Takes over which column was what in files with the same header, and looks again where that differs. */
  async #recall(): Promise<void> {
    const headers = this.#files.map(({ understood }) =>
      understood?.kind === 'understanding' ? understood.fingerprint : '',
    );
    const remembered = await this.#engine.recall(headers);
    this.#files = this.#files.map((file, index) => ({
      ...file,
      remembered: remembered[index],
      choices: mergeChoices(file.choices, mappingOf(remembered[index] ?? {})),
    }));
    if (this.#files.some(({ choices }) => Object.keys(mappingOf(choices)).length > 0))
      await this.#inspect();
  }

  /** Keeps what was decided about each header for the next file that has it. */
  async #remember(): Promise<void> {
    for (const [{ understood, choices }] of byHeader(this.#files)) {
      const { columns, ...rest } = choices;
      if (understood.headerLine === null || Object.keys({ ...columns, ...rest }).length === 0)
        continue;
      this.#datasets.report(await this.#engine.remember(understood.fingerprint, choices));
    }
  }

  /** Puts the files away; nothing was imported. */
  putAway(): void {
    this.#files = [];
    this.#past = [];
    this.#look++;
    this.#forgetOutcome();
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
        await this.#remember();
        this.#imported = { entry: outcome.entry.id, files: this.#files };
        this.#files = [];
        this.#past = [];
        await this.#datasets.opened(outcome);
        this.#step = 'choosing';
        if (outcome.kept) this.#whenImported();
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

  /** Whether the open dataset can be imported anew with another decision: its files are still at hand. */
  get canImportAgain(): boolean {
    return this.#imported !== null && this.#imported.entry === this.entry?.id;
  }

  /** Imports the files of the open dataset with another decision; the result takes its place. */
  async importAgain(change: Choices): Promise<void> {
    if (!this.#imported) return;
    const replaced = this.#imported.entry;
    this.#files = this.#imported.files.map((file) => ({
      ...file,
      choices: mergeChoices(file.choices, change),
    }));
    await this.importFiles();
    if (this.entry && this.entry.id !== replaced && this.#step === 'choosing')
      await this.#datasets.remove(replaced);
  }

  async cancelImport(): Promise<void> {
    await this.#engine.cancelImport();
  }

  async openSample(sample: SampleName): Promise<void> {
    this.#forgetOutcome();
    this.#step = 'opening';
    await this.#datasets.opened(await this.#engine.createSample(sample));
    this.#step = 'choosing';
  }

  async open(id: string): Promise<void> {
    this.#forgetOutcome();
    this.#step = 'opening';
    await this.#datasets.openOne(id);
    this.#step = 'choosing';
  }

  async #projectAmong(files: readonly File[]): Promise<File | undefined> {
    const are = await Promise.all(files.map((file) => this.#engine.isProject(file)));
    return files.find((_file, index) => are[index]);
  }

  /** @param chosen how many files were chosen with it: it is opened by itself only */
  async #openProject(project: File, chosen: number): Promise<void> {
    this.#files = [];
    this.#step = 'opening';
    this.#refusedProject =
      chosen > 1
        ? { code: 'PROJECT_NOT_ALONE', file: project.name }
        : await this.#datasets.openProject(project);
    this.#step = 'choosing';
  }

  #forgetOutcome(): void {
    this.#refused = [];
    this.#refusal = null;
    this.#refusedProject = null;
    this.#datasets.forgetFailure();
    this.#cancelled = false;
  }

  /** @returns false when another look at the files was begun meanwhile: then nothing was changed */
  async #inspect(): Promise<boolean> {
    this.#step = 'inspecting';
    const look = ++this.#look;
    const chosen = this.#files.map(({ file, choices }) => ({ file, choices }));
    const understood = await this.#engine.inspect(chosen);
    if (look !== this.#look) return false;
    this.#files = this.#files.map((file, index) => ({
      ...file,
      understood: understood[index] ?? null,
    }));
    return true;
  }
}
