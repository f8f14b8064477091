import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/analysis/calendar';
import { inspect } from '../../src/ingest/inspect';
import type { ImportResult } from '../../src/ingest/import-result';
import {
  answerOf,
  CASES,
  choicesOf,
  corpusFile,
  outcome,
  type CorpusCase,
  type Expectation,
} from './corpus-cases';
import { importFile } from './import-file';

function check(result: ImportResult, expected: Expectation, exclusions: boolean) {
  const got = outcome(result);
  const { accepted, customers, revenue, firstDate, lastDate, rejected } = expected;
  expect({ ...got, warnings: [], rejected: exclusions ? [] : got.rejected }).toEqual({
    accepted,
    customers,
    revenue,
    firstDate,
    lastDate,
    rejected,
    warnings: [],
  });
  for (const warning of expected.warnings ?? []) expect(got.warnings).toContain(warning);
  if (result.kind !== 'imported') return;
  if (expected.customerIds)
    expect(result.customerIds.slice().sort()).toEqual([...expected.customerIds].sort());
  if (expected.dates) expect([...result.transactions.day].map(isoDate)).toEqual(expected.dates);
  if (expected.duplicateRows !== undefined)
    expect(result.reports[0].warnings).toContainEqual(
      expect.objectContaining({ code: 'DUPLICATE_ROWS', count: expected.duplicateRows }),
    );
  expect(Object.prototype).not.toHaveProperty('polluted');
}

async function choicesFor(entry: CorpusCase) {
  return entry.mapping ? choicesOf(await inspect(corpusFile(entry)), entry.mapping) : {};
}

describe('corpus', () => {
  for (const entry of CASES) {
    it(`${entry.id}: ${entry.odd}`, async () => {
      const file = corpusFile(entry);
      const choices = await choicesFor(entry);
      if (entry.verdict === 'reject_file') {
        const result = await importFile(file, choices);
        if (result.kind !== 'problem') throw new Error(`expected a problem, got ${result.kind}`);
        expect(result.problem.code).toBe(entry.error?.code);
        if (entry.error?.line) expect(result.problem.line).toBe(entry.error.line);
        expect(result.problem.file).toBe(file.name);
        return;
      }
      if (entry.ask) {
        const understanding = await inspect(file, choices);
        if (understanding.kind !== 'understanding') throw new Error(understanding.code);
        expect(understanding.questions.map(({ code }) => code)).toEqual([entry.ask.code]);
        expect((await importFile(file, choices)).kind).toBe('question');
      }
      if (entry.expect) check(await importFile(file, choices), entry.expect, false);
      for (const { choice, expect: expected } of entry.answers ?? []) {
        const answered = { ...choices, ...answerOf(choice) };
        check(await importFile(file, answered), expected, 'dropDuplicates' in choice);
      }
    });
  }
});
