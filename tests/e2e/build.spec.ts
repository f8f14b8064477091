import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { DIST } from './static-host';

const ROOT = resolve(import.meta.dirname, '../..');

/** Lines as `sha256sum` writes them, of every file but the list itself. */
function listed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name !== 'SHA256SUMS' && statSync(join(folder, name)).isFile())
    .map((name) => {
      const digest = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
      return `${digest}  ${name.replaceAll('\\', '/')}`;
    })
    .sort();
}

test('SHA256SUMS lists every file of the build, and building again gives the same bytes', () => {
  test.setTimeout(240_000);
  const sums = readFileSync(join(DIST, 'SHA256SUMS'), 'utf8').trim().split('\n');
  expect(sums.toSorted()).toEqual(listed(DIST));

  const folder = mkdtempSync(join(tmpdir(), 'tenure-'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir'], {
    cwd: ROOT,
    stdio: 'pipe',
  });
  expect(listed(folder)).toEqual(sums.toSorted());
  rmSync(folder, { recursive: true });
});
