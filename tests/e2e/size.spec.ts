import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const DIST = resolve(import.meta.dirname, '../../dist');
const LIMIT = 200_000;

test('the first load is at most 200 kB of script, compressed', () => {
  // Pages and models come after the first picture; what the first picture waits for is what index.html names.
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
    ([, name]) => name,
  );
  expect(scripts.length).toBeGreaterThan(0);
  const engine = readdirSync(join(DIST, 'assets')).filter((name) => /^engine-.*\.js$/.test(name));
  expect(engine).toHaveLength(1);
  const files = [...scripts, join('assets', engine[0])];
  const bytes = files.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(DIST, name))).length,
    0,
  );
  expect(bytes, files.join(', ')).toBeLessThanOrEqual(LIMIT);
});
