import * as Comlink from 'comlink';
import type { Fitter } from './fitter';
import fitterUrl from './fitter?worker&url';
import { startWorker } from './start-worker';

/** Has models fitted in a worker beside this one. It is started early: no code may be asked for once there are data. */
export class Fitting {
  /** Resolves once all of its code is there. */
  readonly ready: Promise<void>;
  readonly #fitter: Comlink.Remote<Fitter>;
  readonly #failed: Promise<never>;

  constructor() {
    const worker = startWorker(new URL(fitterUrl, import.meta.url).href, 'tenure-fitter');
    this.#failed = new Promise((_resolve, reject) => {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        reject(new Error(event.message || 'the worker for the models could not be loaded'));
      });
    });
    this.#fitter = Comlink.wrap(worker);
    this.ready = this.#orFailure(async () => await this.#fitter.ping());
  }

  purchase(...fit: Parameters<Fitter['purchase']>): Promise<ReturnType<Fitter['purchase']>> {
    return this.#orFailure(async () => await this.#fitter.purchase(...fit));
  }

  spend(...fit: Parameters<Fitter['spend']>): Promise<ReturnType<Fitter['spend']>> {
    return this.#orFailure(async () => await this.#fitter.spend(...fit));
  }

  #orFailure<T>(ask: () => Promise<T>): Promise<T> {
    return Promise.race([ask(), this.#failed]);
  }
}
