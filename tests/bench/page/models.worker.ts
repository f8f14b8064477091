import { arrange } from '../../../src/analysis/models/beta-geometric-data';
import { betaGeometricCurve } from '../../../src/analysis/models/beta-geometric-likelihood';
import { bgNbd } from '../../../src/analysis/models/bg-nbd';
import { customerPredictions } from '../../../src/analysis/models/forecast';
import { gammaGamma } from '../../../src/analysis/models/gamma-gamma';
import { CONTINUOUS_MODELS, PURCHASE_MODELS } from '../../../src/analysis/models/purchase-models';
import { groupHistory, type RepeatHistory } from '../../../src/analysis/models/repeat-history';
import { predictionIntervals } from '../../../src/analysis/models/uncertainty/prediction-intervals';
import { Random } from '../../../src/analysis/simulate/random';
import { inspect } from '../../../src/ingest/inspect';
import { readRows } from '../../../src/ingest/read-rows';
import { forecast } from '../../../src/worker/answers/fits';
import { DEFAULT_SETTINGS } from '../../../src/worker/contract/settings';
import { DEFAULT_SURVIVAL_OPTIONS } from '../../../src/worker/contract/survival';
import type { DatasetContent } from '../../../src/worker/dataset-columns';
import { newEntry } from '../../../src/worker/new-entry';
import { Workspace } from '../../../src/worker/workspace';
import { timed, type Timings } from './timings';

/** Likelihood passes timed; their median counts. */
const PASSES = 9;

export type ModelTask = 'million' | 'cdnow' | 'whole' | 'answers';

addEventListener('message', ({ data }: MessageEvent<{ task: ModelTask; file: File | null }>) => {
  const { task, file } = data;
  const timings = task === 'million' ? fitMillion() : withFile(task, file);
  Promise.resolve(timings).then(postMessage, (error: unknown) => {
    throw error;
  });
});

async function withFile(task: ModelTask, file: File | null): Promise<Timings> {
  if (!file) throw new Error('no file was chosen');
  const timings: Timings = {};
  const start = performance.now();
  const workspace = await imported(file);
  workspace.customers(DEFAULT_SETTINGS);
  timings['import'] = performance.now() - start;
  if (task === 'cdnow') fitAll(workspace, timings);
  else if (task === 'whole') wholeWay(workspace, timings);
  else askAll(workspace, timings);
  return timings;
}

async function imported(file: File): Promise<Workspace> {
  const understanding = await inspect(file);
  if (understanding.kind === 'problem') throw new Error(understanding.code);
  const result = await readRows([{ file, understanding, choices: {} }]);
  if (result.kind !== 'imported') throw new Error(result.kind);
  const { transactions, customerIds, currency, reports } = result;
  const content: DatasetContent = { kind: 'orders', transactions, customerIds };
  const source = { kind: 'files' as const, reports };
  return new Workspace(newEntry(file.name, currency, source, content), content);
}

/** One million customers, those alike in one row: the fit, and one pass of its likelihood with gradient. */
function fitMillion(): Timings {
  const timings: Timings = {};
  const history = timed(timings, 'group', () => groupHistory(millionCustomers()));
  timings['rows'] = history.count;
  const fit = timed(timings, 'fit', () => bgNbd.fit(history, 'week'));
  if (fit.kind !== 'fit') throw new Error('the fit was refused');
  const { r, alpha, a, b } = fit.params;
  const data = arrange(history, 'week', false);
  const passes = Array.from({ length: PASSES }, () => {
    const start = performance.now();
    betaGeometricCurve(data, [r, alpha, a, b], 0);
    return performance.now() - start;
  });
  timings['pass'] = passes.toSorted((one, other) => one - other)[Math.floor(PASSES / 2)];
  return timings;
}

/** BG/NBD customers with the parameters of CDNOW, observed for up to a year and a half, by the day. */
function millionCustomers(): RepeatHistory {
  const count = 1_000_000;
  const source = new Random(20260101);
  const x = new Float64Array(count);
  const tx = new Float64Array(count);
  const T = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const days = 180 + Math.floor(source.uniform() * 366);
    // Exponential rates and uniform odds of leaving will do: what is timed is the search, not the truth.
    const gap = -Math.log(source.uniform()) * 60;
    const leaves = source.uniform() * 0.5;
    let at = 0;
    for (;;) {
      at += -Math.log(source.uniform()) * gap + 1;
      if (at > days) break;
      x[i]++;
      tx[i] = Math.floor(at) / 7;
      if (source.uniform() < leaves) break;
    }
    T[i] = days / 7;
  }
  return { count, x, tx, T };
}

/** Every model on the customers of a file, one after the other. */
function fitAll(workspace: Workspace, timings: Timings): void {
  const { history, spendHistory } = workspace.histories(DEFAULT_SETTINGS);
  for (const name of CONTINUOUS_MODELS)
    timed(timings, name, () => PURCHASE_MODELS[name].fit(history, 'week'));
  timed(timings, 'gamma-gamma', () => gammaGamma.fit(spendHistory));
}

/** From the file to customer lifetime value with its interval. */
function wholeWay(workspace: Workspace, timings: Timings): void {
  const fits = timed(timings, 'fits', () => workspace.fits(DEFAULT_SETTINGS));
  const future = forecast(fits, DEFAULT_SETTINGS);
  if (!future) throw new Error('a model could not be fitted');
  const predictions = timed(timings, 'values', () => customerPredictions(future));
  timed(timings, 'intervals', () => predictionIntervals(future, predictions));
  timings['customers'] = workspace.customers(DEFAULT_SETTINGS).count;
}

/** Every answer a page asks for, in the order of the pages; each finds what the ones before have left. */
function askAll(workspace: Workspace, timings: Timings): void {
  const settings = DEFAULT_SETTINGS;
  timed(timings, 'overview', () => workspace.overview(settings));
  timed(timings, 'segments', () => workspace.segments(settings));
  timed(timings, 'churn', () => workspace.churn(settings));
  timed(timings, 'churn flow', () => workspace.retentionStudies.churnFlow(settings, 'month'));
  timed(timings, 'retention', () => workspace.retentionStudies.retention(settings));
  timed(timings, 'survival', () =>
    workspace.retentionStudies.survival(settings, DEFAULT_SURVIVAL_OPTIONS),
  );
  timed(timings, 'discount', () => workspace.retentionStudies.discount(settings));
  timed(timings, 'rhythm', () => workspace.retentionStudies.rhythm(settings));
  timed(timings, 'next order', () => workspace.retentionStudies.nextOrder(settings));
  timed(timings, 'value', () => workspace.value(settings));
  timed(timings, 'customers', () => workspace.table(settings));
  timed(timings, 'all models compared', () => workspace.modelStudies.comparison(settings));
  timed(timings, 'results file', () => workspace.resultsFile(settings));
}
