import { openDB } from 'idb';
import type { Columns } from '../../src/store/column-parts';
import { splitColumns } from '../../src/store/column-parts';

type Dataset = { entry: { id: string; name: string }; columns: Columns };

/** Writes a store just as that version of the page did. The versions below never change; a new one is added. */
export const EARLIER_VERSIONS: Record<number, (name: string, dataset: Dataset) => Promise<void>> = {
  async 1(name, { entry, columns }) {
    const database = await openDB(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('entries', { keyPath: 'id' });
        fresh.createObjectStore('parts');
        fresh.createObjectStore('results');
        fresh.createObjectStore('mappings');
      },
    });
    const layout: Record<string, { kind: string; length: number }> = {};
    for (const [column, values] of Object.entries(columns)) {
      if (values) layout[column] = { kind: kindOf(values), length: values.length };
    }
    await database.put('entries', { id: entry.id, entry, layout });
    for (const { name: column, chunk, values } of splitColumns(columns)) {
      await database.put('parts', values, [entry.id, column, chunk]);
    }
    await database.put('results', { r: 0.24 }, [entry.id, 'fits']);
    await database.put('mappings', { columns: { customer: 0 } }, 'header-1');
    database.close();
  },
};

function kindOf(values: object): string {
  if (Array.isArray(values)) return 'text';
  if (values instanceof Uint32Array) return 'u32';
  return values instanceof Float64Array ? 'f64' : 'u8';
}
