import * as Comlink from 'comlink';
import { customerCsv } from '../exports/customer-csv';
import { Importing } from './importing';
import { Library } from './library';
import { newEntry } from './new-entry';
import type { DatasetColumns } from './dataset-columns';
import type { DatasetEntry, DatasetSource, Engine, Opened, Settings } from './protocol';
import { glimpse, simulateSample } from './samples';
import { Workspace } from './workspace';

const importing = new Importing();
let library: Library;
let workspace: Workspace | null = null;

function open(entry: DatasetEntry, columns: DatasetColumns): void {
  workspace = new Workspace(entry, columns);
}

async function keepAndOpen(
  name: string,
  currency: string | null,
  source: DatasetSource,
  columns: DatasetColumns,
): Promise<Opened> {
  const entry = newEntry(name, currency, source, columns);
  const saved = await library.save(entry, columns);
  open(entry, columns);
  return { kind: 'opened', entry, unsaved: saved.kind === 'failed' ? saved.failure : null };
}

/** The open dataset, for a question about it. */
function opened(): Workspace {
  if (!workspace) throw new Error('no dataset is open');
  return workspace;
}

const engine: Engine = {
  async start() {
    library = await Library.open();
    return library.keeping;
  },

  datasets: () => library.list(),

  inspect: (files) => importing.inspect(files),

  async importFiles(files, onProgress) {
    const result = await importing.read(files, onProgress);
    if (result.kind !== 'imported') return result;
    const { transactions, customerIds, currency, reports } = result;
    const name = files.map(({ file }) => file.name).join(', ');
    return keepAndOpen(name, currency, { kind: 'files', reports }, { transactions, customerIds });
  },

  cancelImport: () => importing.cancel(),

  glimpse,

  async createSample(sample) {
    const { name, currency, source, columns } = simulateSample(sample);
    return keepAndOpen(name, currency, source, columns);
  },

  async open(id) {
    const read = await library.read(id);
    if ('code' in read) return { kind: 'not-opened', failure: read };
    open(read.entry, read.columns);
    return { kind: 'opened', entry: read.entry, unsaved: null };
  },

  rename: (id, name) => library.update(id, { name }),

  async remove(id) {
    if (workspace?.entry.id === id) workspace = null;
    return library.remove(id);
  },

  async eraseEverything() {
    workspace = null;
    return library.erase();
  },

  async keepSettings(settings: Settings) {
    return library.update(opened().entry.id, { settings });
  },

  overview: (settings) => opened().overview(settings),
  segments: (settings) => opened().segments(settings),
  churn: (settings) => opened().churn(settings),
  retention: (settings) => opened().retention(settings),
  value: (settings) => opened().value(settings),
  customers: (settings, query) => opened().table(settings).page(query),
  customer: (settings, customer) => opened().customer(settings, customer),
  resultsFile: (settings) => opened().resultsFile(settings),
  customersFile: (settings) => customerCsv(opened().table(settings).records()),
};

Comlink.expose(engine);
