import * as Comlink from 'comlink';
import workerUrl from './engine?worker&url';
import type { Engine } from './contract/engine';
import { startWorker } from './start-worker';

export { scriptUrlPolicy } from './start-worker';

/** @returns the engine, typed; and a promise that fails when the worker cannot be loaded */
export function startEngine(): { engine: Comlink.Remote<Engine>; failed: Promise<never> } {
  const worker = startWorker(new URL(workerUrl, location.href).href, 'tenure');
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'the worker could not be loaded'));
    });
  });
  return { engine: Comlink.wrap<Engine>(worker), failed };
}

/** Hands a callback to the worker; `release` it when the call has ended. */
export function callback<Arguments extends unknown[]>(
  call: (...values: Arguments) => void,
): ((...values: Arguments) => void) & Comlink.ProxyMarked {
  return Comlink.proxy(call);
}
