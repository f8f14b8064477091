import type { Page } from '@playwright/test';

/** What the page's database holds, as another program of the same origin would read it. */
export interface Stored {
  version: number;
  datasets: string[];
  parts: number;
}

/** Looks into the store without upgrading it; null where there is none. */
export function storedIn(page: Page): Promise<Stored | null> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'tenure')) return null;
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(request.error?.message));
      });
    const database = await settled(indexedDB.open('tenure'));
    const transaction = database.transaction(['entries', 'parts']);
    const entries = (await settled(transaction.objectStore('entries').getAll())) as {
      entry: { name: string };
    }[];
    const parts = await settled(transaction.objectStore('parts').count());
    const { version } = database;
    database.close();
    return { version, datasets: entries.map(({ entry }) => entry.name).sort(), parts };
  });
}

/** Spoils one part of the first dataset: taken out, cut short, or one number of it changed. */
export function spoilPart(page: Page, how: 'lost' | 'truncated' | 'changed'): Promise<void> {
  return page.evaluate(async (what) => {
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(request.error?.message));
      });
    const database = await settled(indexedDB.open('tenure'));
    const parts = database.transaction('parts', 'readwrite').objectStore('parts');
    const keys = (await settled(parts.getAllKeys())) as [string, string, number][];
    const key = keys.find(([, column]) => column === 'net')!;
    const net = (await settled(parts.get(key))) as Float64Array;
    if (what === 'lost') await settled(parts.delete(key));
    else {
      const spoilt = what === 'truncated' ? net.slice(1) : net.map((cents) => cents + 1);
      await settled(parts.put(spoilt, key));
    }
    database.close();
  }, how);
}
