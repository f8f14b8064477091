import type { Answer } from './answer';
import { answerWithDuckDb } from './duckdb';
import FloorWorker from './floor.worker?worker';
import PapaWorker from './papa.worker?worker';
import TenureWorker from './tenure.worker?worker';

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

Object.assign(globalThis, { measure });
