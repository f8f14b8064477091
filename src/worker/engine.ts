import * as Comlink from 'comlink';
import { customerCsv } from '../exports/customer-csv';
import { joinTables } from '../ingest/joined-tables';
import { Importing } from './importing';
import { Library } from './library';
import { newEntry } from './new-entry';
import type { DatasetContent } from './dataset-columns';
import type { DatasetEntry, DatasetSource, Opened } from './contract/datasets';
import type { Engine } from './contract/engine';
import type { Settings } from './contract/settings';
import { restoredSettings } from './restored-settings';
import { segmentAnswers } from './segment-answers';
import { FitShelf } from './fit-shelf';
import type { Workspace } from './workspace';

/** The models come after the first picture, and are there before a file can be chosen. */
const answering = import('./workspace');
const simulating = import('./samples');
const importing = new Importing();
/** Everything asked before the store is open waits for it. */
const library = Library.open();
let workspace: Workspace | null = null;

/** Name under which a dataset's fits are kept with it. */
const FITS = 'fits';

/** Raised by each question that makes older comparisons or a bootstrap pointless. */
let newestModels = 0;
let newestBootstrap = 0;

async function keepFits(id: string, fits: unknown): Promise<void> {
  await (await library).keepResult(id, FITS, fits);
}

/** @param kept the fits that were kept with the dataset; `saved` whether it is in the store at all */
async function open(
  entry: DatasetEntry,
  content: DatasetContent,
  saved: boolean,
  kept?: unknown,
): Promise<void> {
  const { Workspace } = await answering;
  const shelf = new FitShelf(kept, (fits) => {
    // Kept results only save time: a full store has been told of when the dataset was saved.
    if (saved && workspace?.entry.id === entry.id) void keepFits(entry.id, fits);
  });
  newestModels++;
  newestBootstrap++;
  workspace = new Workspace(entry, content, shelf);
}

/** Lets the messages that wait be answered. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

async function keepAndOpen(
  name: string,
  currency: string | null,
  source: DatasetSource,
  content: DatasetContent,
): Promise<Opened> {
  const entry = newEntry(name, currency, source, content);
  const saved = await (await library).save(entry, content);
  await open(entry, content, saved.kind === 'done');
  return { kind: 'opened', entry, unsaved: saved.kind === 'failed' ? saved.failure : null };
}

/** The open dataset, for a question about it. */
function opened(): Workspace {
  if (!workspace) throw new Error('no dataset is open');
  return workspace;
}

const engine: Engine = {
  async start() {
    return (await library).keeping;
  },

  async loaded() {
    await Promise.all([answering, simulating]);
  },

  datasets: async () => (await library).list(),

  joinTables: (files) => joinTables(files),
  inspect: (files) => importing.inspect(files),
  recall: async (fingerprints) => (await library).recall(fingerprints),
  remember: async (fingerprint, choices) => (await library).remember(fingerprint, choices),

  async importFiles(files, onProgress) {
    const result = await importing.read(files, onProgress);
    if (result.kind !== 'imported' && result.kind !== 'imported-table') return result;
    const { currency, reports } = result;
    const name = files.map(({ file }) => file.name).join(', ');
    const content: DatasetContent =
      result.kind === 'imported' ? { ...result, kind: 'orders' } : result.content;
    return keepAndOpen(name, currency, { kind: 'files', reports }, content);
  },

  cancelImport: () => importing.cancel(),

  glimpse: async (sample) => (await simulating).glimpse(sample),

  async createSample(sample) {
    const { simulateSample } = await simulating;
    const { name, currency, source, columns } = simulateSample(sample);
    return keepAndOpen(name, currency, source, { kind: 'orders', ...columns });
  },

  async open(id) {
    const read = await (await library).read(id);
    if ('code' in read) return { kind: 'not-opened', failure: read };
    // A dataset kept by an older version knows nothing of newer settings.
    const entry = { ...read.entry, settings: restoredSettings(read.entry.settings) };
    await open(entry, read.content, true, await (await library).keptResult(id, FITS));
    return { kind: 'opened', entry, unsaved: null };
  },

  rename: async (id, name) => (await library).update(id, { name }),

  async remove(id) {
    if (workspace?.entry.id === id) workspace = null;
    return (await library).remove(id);
  },

  async eraseEverything() {
    workspace = null;
    return (await library).erase();
  },

  async keepSettings(settings: Settings) {
    return (await library).update(opened().entry.id, { settings });
  },

  ...segmentAnswers(opened, library, rest),

  overview: (settings) => opened().overview(settings),
  segments: (settings) => opened().segments(settings),
  churn: (settings) => opened().churn(settings),
  retention: (settings) => opened().retention(settings),
  value: (settings) => opened().value(settings),
  summary: (settings) => opened().summary(settings),
  churnFlow: (settings, period) => opened().churnFlow(settings, period),
  survival: (settings, options) => opened().survival(settings, options),
  discount: (settings) => opened().discount(settings),
  spend: (settings, options) => opened().spend(settings, options),
  rhythm: (settings) => opened().rhythm(settings),
  nextOrder: (settings) => opened().nextOrder(settings),
  retentionCustomers: (settings, query) => opened().retentionCustomers(settings, query),
  retentionCustomersFile: (settings, filter) => opened().retentionCustomersFile(settings, filter),

  async models(settings) {
    const mine = ++newestModels;
    const answer = await opened().modelsInSteps(settings, rest, () => mine !== newestModels);
    return answer ?? { kind: 'superseded' };
  },

  async bootstrap(settings, draws, onProgress) {
    const mine = ++newestBootstrap;
    const steps = opened().bootstrap(settings, draws);
    for (;;) {
      await rest();
      const step = mine === newestBootstrap ? steps?.next() : undefined;
      if (!step) return { kind: 'cancelled' };
      if (step.done) return step.value;
      onProgress(step.value);
    }
  },

  cancelBootstrap() {
    newestBootstrap++;
  },

  customers: (settings, query) => opened().table(settings).page(query),
  customer: (settings, customer) => opened().customer(settings, customer),
  resultsFile: (settings) => opened().resultsFile(settings),
  customersFile: (settings) => customerCsv(opened().table(settings).records()),
};

Comlink.expose(engine);
