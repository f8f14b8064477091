import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../src');

/**
 * What each layer may import, beside itself. `worker/contract` and `worker/client` count as layers; so do
 * `exports/safe-csv` and `worker/start-worker`: a rule of safety stands in one place, for the page as for the worker.
 */
const ARROWS: Record<string, string[]> = {
  mount: ['pages', 'parts', 'state', 'text', 'charts'],
  pages: ['parts', 'charts', 'state', 'text', 'worker/contract'],
  charts: ['parts', 'text'],
  parts: ['charts', 'text', 'exports/safe-csv'],
  state: ['worker/client', 'worker/contract', 'text'],
  text: ['worker/contract'],
  'worker/client': ['worker/contract', 'worker/start-worker'],
  'worker/contract': [],
  'worker/start-worker': [],
  worker: [
    'worker/contract',
    'worker/start-worker',
    'ingest',
    'analysis',
    'store',
    'exports',
    'exports/safe-csv',
  ],
  ingest: ['analysis'],
  store: [],
  exports: ['store', 'exports/safe-csv'],
  'exports/safe-csv': [],
  analysis: [],
};

/** Layers that may call `analysis`, not only name its types: closed forms answered within the frame. */
const CLOSED_FORM_PAGES = /^pages\/(Lifespan|Learn|lifespan|learn)/;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'paraglide' ? [] : sources(path);
    return /\.(ts|svelte)$/.test(entry.name) ? [path] : [];
  });
}

function layer(path: string): string {
  const name = relative(SOURCE, path).replaceAll('\\', '/');
  if (!name.includes('/')) return 'mount';
  const part = /^(?:worker\/(?:client|contract|start-worker)|exports\/safe-csv)\b/.exec(name);
  if (part) return part[0];
  return name.slice(0, name.indexOf('/'));
}

interface Import {
  from: string;
  to: string;
  target: string;
  typeOnly: boolean;
}

function imports(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const found: Import[] = [];
  const statement = /(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]/g;
  const dynamic = /import\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]/g;
  const add = (specifier: string, typeOnly: boolean) => {
    if (!specifier.startsWith('.') || specifier.endsWith('?worker&url')) return;
    const target = resolve(dirname(path), specifier);
    found.push({ from: path, to: layer(`${target}.`), target, typeOnly });
  };
  for (const match of text.matchAll(statement)) add(match[2], Boolean(match[1]));
  for (const match of text.matchAll(dynamic)) add(match[1], false);
  return found;
}

describe('imports point one way', () => {
  const all = sources(SOURCE);

  test.each(all.map((path) => [relative(SOURCE, path), path]))('%s', (name, path) => {
    const own = layer(path);
    const allowed = ARROWS[own];
    expect(allowed, `unknown layer ${own}`).toBeDefined();
    for (const { to, target, typeOnly } of imports(path)) {
      if (to === own || allowed.includes(to)) continue;
      const typesAreFree = typeOnly && (to === 'analysis' || own === 'worker/contract');
      const closedForm = to === 'analysis' && CLOSED_FORM_PAGES.test(name);
      expect(
        typesAreFree || closedForm,
        `${name} imports ${relative(SOURCE, target)}: ${own} -> ${to}`,
      ).toBe(true);
    }
  });

  test('the analysis imports nothing of ours', () => {
    const outward = all
      .filter((path) => layer(path) === 'analysis')
      .flatMap((path) => imports(path).filter(({ to }) => to !== 'analysis'));
    expect(outward).toEqual([]);
  });
});
