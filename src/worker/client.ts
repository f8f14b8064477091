import * as Comlink from 'comlink';
import workerUrl from './engine?worker&url';
import type { Engine } from './contract/engine';

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

/**
 * A Trusted Types policy under which only the script addresses that `allows` names may be started; its name is one of
 * those the page's Content-Security-Policy lists, and is taken once.
 * @throws TypeError from `createScriptURL` for any other address
 */
export function scriptUrlPolicy(name: string, allows: (url: string) => boolean): ScriptUrlPolicy {
  const rules: ScriptUrlPolicy = {
    createScriptURL(url) {
      if (!allows(url)) throw new TypeError(`${name} starts no other script`);
      return url;
    },
  };
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy(name, rules) ?? rules;
}

/**
 * Starts the worker from a blob that imports it. A worker loaded by URL answers to the policy of its
 * own response, which a static host does not send; one made from a blob inherits the page's policy,
 * so that `connect-src 'none'` binds the code that sees the data.
 * @returns the engine, typed; and a promise that fails when the worker cannot be loaded
 */
export function startEngine(): { engine: Comlink.Remote<Engine>; failed: Promise<never> } {
  const script = `import ${JSON.stringify(new URL(workerUrl, location.href).href)};`;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const policy = scriptUrlPolicy('tenure-worker', (script) => script.startsWith('blob:'));
  const worker = new Worker(policy.createScriptURL(url), { type: 'module', name: 'tenure' });
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
