import { describe, expect, test } from 'vitest';
import { simulateShop } from '../../src/analysis/simulate/shop';
import { DEFAULT_SETTINGS } from '../../src/worker/contract/settings';
import type { ModelStudies } from '../../src/worker/model-studies';
import { newEntry } from '../../src/worker/new-entry';
import { Workspace } from '../../src/worker/workspace';

const content = { kind: 'orders' as const, ...simulateShop() };
const entry = newEntry('shop', 'EUR', { kind: 'files', reports: [] }, content);
const studies = (): ModelStudies => new Workspace(entry, content).modelStudies;
const auto = { ...DEFAULT_SETTINGS, model: 'auto' as const };
const never = () => false;

describe('the comparison', () => {
  test('is the same in steps as at once, and is remembered', async () => {
    const shop = studies();
    const answer = await shop.comparisonInSteps(auto, never);
    expect(answer).toEqual(studies().comparison(auto));
    expect(shop.comparison(auto)).toBe(answer);
    expect(await shop.comparisonInSteps(auto, () => true)).toBe(answer);
  });

  test('chooses the model in use, once it is made, where none is chosen', () => {
    const shop = studies();
    expect(shop.modelKnown({ ...auto, model: 'nbd' })).toBe('nbd');
    expect(shop.modelKnown(auto)).toBeUndefined();
    const { advice } = shop.comparison(auto);
    expect(shop.modelKnown(auto)).toBe(advice?.model);
    expect(studies().model(auto)).toBe(advice?.model);
  });

  test('that was stopped leaves nothing behind', async () => {
    const shop = studies();
    let steps = 0;
    expect(await shop.comparisonInSteps(auto, () => ++steps > 3)).toBeNull();
    expect(shop.modelKnown(auto)).toBeUndefined();
  });
});

describe('the bootstrap', () => {
  test('tells how many resamples are done, and stops when told to', async () => {
    const shop = studies();
    const told: number[] = [];
    const answer = await shop.bootstrap(DEFAULT_SETTINGS, 3, never, (done) => told.push(done));
    expect(answer).toMatchObject({ kind: 'bootstrap', draws: 3, failed: 0 });
    expect(told).toEqual([0, 1, 2]);
    expect(await shop.bootstrap(DEFAULT_SETTINGS, 3, () => true, never)).toBeNull();
  });
});
