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

let policy: ScriptUrlPolicy | null = null;

/**
 * Starts a worker from a blob that imports its script. A worker loaded by URL answers to the policy of its
 * own response, which a static host does not send; one made from a blob inherits the policy of who
 * starts it, so that `connect-src 'none'` binds the code that sees the data.
 *
 * @param script absolute address
 */
export function startWorker(script: string, name: string): Worker {
  policy ??= scriptUrlPolicy('tenure-worker', (url) => url.startsWith('blob:'));
  const source = new Blob([`import ${JSON.stringify(script)};`], { type: 'text/javascript' });
  const url = URL.createObjectURL(source);
  return new Worker(policy.createScriptURL(url), { type: 'module', name });
}
