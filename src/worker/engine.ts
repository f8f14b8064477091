import * as Comlink from 'comlink';
import { customerCsv } from '../exports/customer-csv';
import { joinTables } from '../ingest/joined-tables';
import { Importing } from './importing';
import { Library } from './library';
import { newEntry } from './new-entry';
import type { DatasetContent } from './dataset-columns';
import type { DatasetEntry, DatasetSource, Opened, StoreSignal } from './contract/datasets';
import type { Engine } from './contract/engine';
import type { Settings } from './contract/settings';
import { rest } from './in-steps';
import { restoredSettings } from './restored-settings';
import { segmentAnswers } from './segment-answers';
import { FitShelf } from './fit-shelf';
import { Fitting } from './fitting';
import { projectFile } from './project';
import { isProject, mappingsOf, readProjectFile, rememberNew } from './projects';
import type { Workspace } from './workspace';

/** The models come after the first picture, and are there before a file can be chosen. */
const answering = import('./workspace');
const simulating = import('./samples');
/** Milliseconds in which the page shows what was understood, undisturbed by work that can wait. */
const UNTIL_SHOWN = 500;

const importing = new Importing();
/** Started when all else is loaded, so that it takes nothing from the first picture. */
let fitting: Fitting | null = null;
/** What happened to the store before the page listened. */
const unheard: StoreSignal[] = [];
let tell = (signal: StoreSignal): void => void unheard.push(signal);
const signals = { waiting: () => tell('waiting'), lost: () => tell('lost') };
/** Everything asked before the store is open waits for it. */
const library = Library.open(signals);
let workspace: Workspace | null = null;

/** Name under which a dataset's fits are kept with it. */
const FITS = 'fits';

/** Raised by each question that makes older comparisons or a bootstrap pointless. */
let newestModels = 0;
let newestBootstrap = 0;

async function keepFits(id: string, fits: unknown): Promise<void> {
  await (await library).keepResult(id, FITS, fits);
}

/** @param kept the fits that were kept with the dataset */
async function open(entry: DatasetEntry, columns: DatasetContent, kept?: unknown): Promise<void> {
  const { Workspace } = await answering;
  const shelf = new FitShelf(kept, (fits) => {
    // Kept results only save time: a full store has been told of when the dataset was saved.
    if (workspace?.entry.id === entry.id) void keepFits(entry.id, fits);
  });
  newestModels++;
  newestBootstrap++;
  workspace = new Workspace(entry, columns, shelf);
}

interface Keep {
  /** Those that came with it, where it was analysed before. */
  fits?: unknown;
  /** Cancels it until it is kept. */
  signal?: AbortSignal;
}

/** @throws the signal's reason when cancelled: then nothing is kept and nothing opened */
async function keepAndOpen(
  entry: DatasetEntry,
  columns: DatasetContent,
  { fits, signal }: Keep = {},
): Promise<Opened> {
  const shelf = await library;
  const saved = await shelf.save(entry, columns, signal);
  if (fits !== undefined) await shelf.keepResult(entry.id, FITS, fits);
  await open(entry, columns, fits);
  const unsaved = saved.kind === 'failed' ? saved.failure : null;
  return { kind: 'opened', entry, unsaved, kept: shelf.isKept(entry.id) };
}

async function keepNew(
  name: string,
  currency: string | null,
  source: DatasetSource,
  columns: DatasetContent,
  signal?: AbortSignal,
): Promise<Opened> {
  const entry = newEntry(name, currency, source, columns);
  return keepAndOpen(entry, columns, signal ? { signal } : {});
}

/** The open dataset, for a question about it. */
function opened(): Workspace {
  if (!workspace) throw new Error('no dataset is open');
  return workspace;
}

/** The open dataset with the models in use fitted to it, for a question that predicts. */
async function fitted(settings: Settings): Promise<Workspace> {
  const asked = opened();
  fitting ??= new Fitting();
  await asked.prepareFits(settings, fitting);
  return asked;
}

const engine: Engine = {
  async start(onSignal) {
    tell = onSignal;
    unheard.splice(0).forEach(onSignal);
    return (await library).keeping;
  },

  ping() {
    // That it is answered is the answer.
  },

  async loaded() {
    await Promise.all([answering, simulating]);
    fitting ??= new Fitting();
    await fitting.ready;
  },

  datasets: async () => (await library).list(),

  async keepNothing(on) {
    (await library).keepsNothing = on;
  },

  joinTables: (files) => joinTables(files),
  async inspect(files) {
    const understood = await importing.inspect(files);
    setTimeout(() => void importing.rehearse(files, understood), UNTIL_SHOWN);
    return understood;
  },
  recall: async (fingerprints) => (await library).recall(fingerprints),
  remember: async (fingerprint, choices) => (await library).remember(fingerprint, choices),

  importFiles(files, onProgress) {
    return importing.read(files, onProgress, (read, signal) => {
      const { currency, reports } = read;
      const name = files.map(({ file }) => file.name).join(', ');
      const columns: DatasetContent =
        read.kind === 'imported' ? { ...read, kind: 'orders' } : read.content;
      return keepNew(name, currency, { kind: 'files', reports }, columns, signal);
    });
  },

  cancelImport: () => importing.cancel(),

  glimpse: async (sample) => (await simulating).glimpse(sample),

  async createSample(sample) {
    const { simulateSample } = await simulating;
    const { name, currency, source, columns } = simulateSample(sample);
    return keepNew(name, currency, source, { kind: 'orders', ...columns });
  },

  isProject: (file) => isProject(file),

  async projectFile(settings, notes) {
    const asked = await fitted(settings);
    const { entry, content } = asked;
    const results = asked.resultsFile(settings);
    // The fits that went into the results are put away before they are taken along.
    await rest();
    const shelf = await library;
    // Its name may have been changed since it was opened.
    const name = (await shelf.list()).entries.find(({ id }) => id === entry.id)?.name ?? entry.name;
    const mappings = await mappingsOf(entry, shelf);
    const fits = await shelf.keptResult(entry.id, FITS);
    return projectFile(
      { entry: { ...entry, name, settings }, content, fits, mappings, notes },
      results,
    );
  },

  async openProject(file) {
    const project = await readProjectFile(file);
    if ('code' in project) return project;
    const shelf = await library;
    const known = await shelf.has(project.entry.id);
    // One that is here already stays as it is: the file becomes another dataset.
    const entry = known ? { ...project.entry, id: crypto.randomUUID() } : project.entry;
    await rememberNew(project.mappings, shelf);
    return {
      ...(await keepAndOpen(entry, project.content, { fits: project.fits })),
      notes: project.notes,
    };
  },

  async open(id) {
    const read = await (await library).read(id);
    if ('code' in read) return { kind: 'not-opened', failure: read };
    // A dataset kept by an older version knows nothing of newer settings.
    const entry = { ...read.entry, settings: restoredSettings(read.entry.settings) };
    await open(entry, read.content, await (await library).keptResult(id, FITS));
    return { kind: 'opened', entry, unsaved: null, kept: (await library).isKept(id) };
  },

  rename: async (id, name) => (await library).update(id, { name }),

  async remove(id) {
    if (workspace?.entry.id === id) workspace = null;
    return (await library).remove(id);
  },

  async eraseEverything() {
    workspace = null;
    return (await library).erase(signals);
  },

  async keepSettings(settings: Settings) {
    return (await library).update(opened().entry.id, { settings });
  },

  ...segmentAnswers(opened, fitted, library),

  overview: (settings) => opened().overview(settings),
  segments: async (settings) => (await fitted(settings)).segments(settings),
  churn: (settings) => opened().churn(settings),
  retention: (settings) => opened().retentionStudies.retention(settings),
  value: async (settings) => (await fitted(settings)).value(settings),
  summary: (settings) => opened().summary(settings),
  rounds: (settings, round) => opened().modelStudies.rounds(settings, round),
  churnFlow: (settings, period) => opened().retentionStudies.churnFlow(settings, period),
  survival: (settings, options) => opened().retentionStudies.survival(settings, options),
  discount: (settings) => opened().retentionStudies.discount(settings),
  spend: (settings, options) => opened().retentionStudies.spend(settings, options),
  rhythm: (settings) => opened().retentionStudies.rhythm(settings),
  nextOrder: (settings) => opened().retentionStudies.nextOrder(settings),
  retentionCustomers: (settings, query) => opened().retentionStudies.customers(settings, query),
  retentionCustomersFile: (settings, filter) =>
    opened().retentionStudies.customersFile(settings, filter),

  async models(settings) {
    const mine = ++newestModels;
    const superseded = () => mine !== newestModels;
    const answer = await opened().modelStudies.comparisonInSteps(settings, superseded);
    return answer ?? { kind: 'superseded' };
  },

  async bootstrap(settings, draws, onProgress) {
    const mine = ++newestBootstrap;
    const cancelled = () => mine !== newestBootstrap;
    const { modelStudies } = opened();
    const answer = await modelStudies.bootstrap(settings, draws, cancelled, onProgress);
    return answer ?? { kind: 'cancelled' };
  },

  cancelBootstrap() {
    newestBootstrap++;
  },

  customers: async (settings, query) => (await fitted(settings)).table(settings).page(query),
  customer: async (settings, customer) => (await fitted(settings)).customer(settings, customer),
  resultsFile: async (settings) => (await fitted(settings)).resultsFile(settings),
  customersFile: async (settings) =>
    customerCsv((await fitted(settings)).table(settings).records()),
};

Comlink.expose(engine);
