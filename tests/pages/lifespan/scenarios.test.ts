import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenariosIn } from '../../../src/pages/lifespan/laboratory/kept-scenarios';
import {
  Laboratory,
  type Scenario,
} from '../../../src/pages/lifespan/laboratory/laboratory.svelte';
import { initialValues } from '../../../src/pages/lifespan/laboratory/sheets';
import { outcome } from '../../../src/pages/lifespan/scenarios/outcome';

const levers = { ...initialValues('levers'), measure: 'undiscounted' as const };
const nothing = initialValues('scenario');

test('a tenth less churn is a ninth more value', () => {
  const before = outcome(levers, nothing, null);
  const after = outcome(levers, { ...nothing, churn: -10 }, null);
  expect(after.value / before.value).toBeCloseTo(1 / 0.9, 12);
  expect(after.lifespan).toBeCloseTo(100 / 9, 12);
});

test('what the model predicts moves as the formula does within the horizon', () => {
  const changes = { ...nothing, orderValue: 50, customers: 25 };
  const after = outcome(levers, changes, { value: 1000 });
  expect(after.base).toBeCloseTo(1500, 9);
  // 1,250 new customers of 50 x 1.5 x 4 x 30% / 10% = 900 each.
  expect(after.won).toBeCloseTo(1250 * 900, 6);
  expect(after.total).toBe(after.won + 1500);
});

test('no change is the base, whatever the numbers', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (churn, margin) => {
        const one = { ...levers, churn, margin };
        expect(outcome(one, nothing, { value: 7 })).toEqual({
          ...outcome(one, nothing, null),
          base: 7,
          total: outcome(one, nothing, null).total + 7,
        });
      },
    ),
  );
});

test('churn cannot be driven over 100%, nor below none', () => {
  expect(outcome({ ...levers, churn: 60 }, { ...nothing, churn: 100 }, null).levers.churn).toBe(
    100,
  );
  expect(outcome(levers, { ...nothing, churn: -100 }, null).lifespan).toBe(Infinity);
});

test('scenarios are saved, replaced by name, deleted, and all of it can be undone', () => {
  const kept: (readonly Scenario[])[] = [];
  const laboratory = new Laboratory([], (scenarios) => {
    kept.push(scenarios);
    return true;
  });
  laboratory.set('scenario', { churn: -10 });
  laboratory.saveScenario('Care');
  laboratory.set('scenario', { churn: -20 });
  laboratory.saveScenario('Care');
  expect(laboratory.scenarios.map(({ changes }) => changes.churn)).toEqual([-20]);
  laboratory.deleteScenario('Care');
  expect(laboratory.scenarios).toEqual([]);
  laboratory.undo();
  expect(laboratory.scenarios.map(({ name }) => name)).toEqual(['Care']);
  expect(kept.at(-1)).toBe(laboratory.scenarios);
});

test('stored scenarios come back; what is none is left out', () => {
  const good = { name: 'Care', changes: { ...nothing, churn: -10 } };
  const stored = (scenarios: unknown) => JSON.stringify({ version: 1, scenarios });
  expect(scenariosIn(stored([good]))).toEqual([good]);
  expect(scenariosIn(stored([good, { name: 'x' }, 7, null]))).toEqual([good]);
  expect(scenariosIn(stored([{ ...good, changes: { ...nothing, churn: -400 } }]))).toEqual([]);
  for (const text of [null, '', 'oops', '[]', '{"version":2,"scenarios":[]}'])
    expect(scenariosIn(text)).toEqual([]);
});
