import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { listCsv } from '../../src/exports/list-csv';

/** The spreadsheet there is; undefined where there is none. */
function spreadsheet(): string | undefined {
  return ['soffice', 'libreoffice'].find((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'pipe', timeout: 60_000 });
      return true;
    } catch {
      return false;
    }
  });
}

const office = spreadsheet();

const HOSTILE = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1;1)',
  '\t=1+1',
  '\r=1+1',
  'note\n=1+1',
  'a;=1+1',
  '\uff1d1+1',
  '\uff0b1+1',
  '\uff0d1+1',
  '\uff201+1',
  ' =1+1',
  '\u200b=1+1',
  '=HYPERLINK("http://localhost/?"&A1;"x")',
  "=cmd|'/c calc'!A0",
  '"=1+1',
];

/** The cells of a CSV file as the spreadsheet understands them, by its own flat XML. */
function opened(csv: string, separator: ',' | ';'): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-'));
  writeFileSync(join(folder, 'list.csv'), csv);
  // Separator, quote, UTF-8, from the first line; formulas are evaluated, as a person may have it set.
  const filter = `CSV:${separator.charCodeAt(0)},34,76,1,,0,false,true,false,false,false,-1,true`;
  execFileSync(
    office!,
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      `--infilter=${filter}`,
      '--convert-to',
      'fods',
      '--outdir',
      folder,
      join(folder, 'list.csv'),
    ],
    { stdio: 'pipe', timeout: 120_000 },
  );
  const [name] = ['list.fods', 'list-Sheet1.fods'].filter((file) => {
    try {
      return readFileSync(join(folder, file)).length > 0;
    } catch {
      return false;
    }
  });
  const xml = readFileSync(join(folder, name), 'utf8');
  rmSync(folder, { recursive: true });
  return xml;
}

if (!office) console.warn('No LibreOffice here: what it makes of an export is not looked at.');

test.skipIf(!office)(
  'opened in LibreOffice, no exported cell is a formula, and numbers are numbers',
  async () => {
    const rows = HOSTILE.map((text, i) => [text, -1.5 - i, '-7', 1e-7]);
    const csv = await listCsv(['=1+1', '@net', 'x', '\t+1'], rows).text();
    for (const separator of [',', ';'] as const) {
      const xml = opened(csv, separator);
      expect(xml.match(/table:formula="[^"]*"/g)).toBeNull();
    }
    const xml = opened(csv, ',');
    for (const value of ['-1.5', '-7', '0.0000001'])
      expect(xml).toMatch(new RegExp(`office:value-type="float" office:value="${value}"`));
  },
  180_000,
);

test.skipIf(!office)(
  'the proof can fail: what is not neutralised is a formula there',
  () => {
    expect(opened('=1+1,2\r\n', ',')).toMatch(/table:formula="of:=1\+1"/);
  },
  120_000,
);
