import { OWN } from './small-storage';

/** What was found of this page in the browser beside its store, and removed: counts. */
export interface Removed {
  /** Entries of local and session storage: preferences, scenarios, notes. */
  small: number;
  caches: number;
  serviceWorkers: number;
}

/** The folder this page is served from; other pages of the same origin may lie beside it. */
function scope(): string {
  return new URL('./', location.href).href;
}

/** Removes every trace of this page but its store: small storage, caches, service workers. */
export async function removeTraces(): Promise<Removed> {
  return {
    small: removeKeys(() => localStorage) + removeKeys(() => sessionStorage),
    serviceWorkers: await unregister(),
    caches: await deleteCaches(),
  };
}

/** @param open throws where the browser blocks storage: then there is nothing in it */
function removeKeys(open: () => Storage): number {
  try {
    const storage = open();
    const own = Object.keys(storage).filter((key) => key.startsWith(OWN));
    for (const key of own) storage.removeItem(key);
    return own.length;
  } catch {
    return 0;
  }
}

async function unregister(): Promise<number> {
  if (!('serviceWorker' in navigator)) return 0;
  const all = await allOrNone(() => navigator.serviceWorker.getRegistrations());
  const own = all.filter((registration) => registration.scope.startsWith(scope()));
  await Promise.all(own.map((registration) => registration.unregister()));
  return own.length;
}

/** Caches name the folder they serve, at the beginning as ours do or at the end as some makers of them do. */
async function deleteCaches(): Promise<number> {
  if (!('caches' in globalThis)) return 0;
  const ours = `${OWN}${new URL(scope()).pathname}:`;
  const names = await allOrNone(() => caches.keys());
  const own = names.filter((name) => name.startsWith(ours) || name.endsWith(scope()));
  await Promise.all(own.map((name) => caches.delete(name)));
  return own.length;
}

async function allOrNone<T>(list: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await list();
  } catch (error) {
    // Blocked site data is told so: there is nothing of this page then.
    if (error instanceof DOMException) return [];
    throw error;
  }
}
