import type { Answer } from './answer';
import { answerWithDuckDb } from './duckdb';
import type { ModelTask } from './models.worker';
import ModelsWorker from './models.worker?worker';
import FloorWorker from './floor.worker?worker';
import PapaWorker from './papa.worker?worker';
import TenureWorker from './tenure.worker?worker';
import type { Timings } from './timings';

const WORKERS = { tenure: TenureWorker, papa: PapaWorker, floor: FloorWorker };

/** Reads the chosen file in one way, in a worker made for it. */
async function measure(way: keyof typeof WORKERS | 'duckdb', quoted: boolean): Promise<Answer> {
  const input = document.querySelector<HTMLInputElement>('#log');
  const file = input?.files?.[0];
  if (!file) throw new Error('no file was chosen');
  if (way === 'duckdb') return answerWithDuckDb(file, quoted);
  const worker = new WORKERS[way]();
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      resolve(data);
      worker.terminate();
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(file);
  });
}

/** Does one of the tasks of the models, with the chosen file where it needs one. */
async function measureModels(task: ModelTask): Promise<Timings> {
  const file = document.querySelector<HTMLInputElement>('#log')?.files?.[0] ?? null;
  const worker = new ModelsWorker();
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Timings>) => {
      resolve(data);
      worker.terminate();
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ task, file });
  });
}

Object.assign(globalThis, { measure, measureModels });
