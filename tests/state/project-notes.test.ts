import { afterEach, expect, test, vi } from 'vitest';
import { addNotes, projectNotes } from '../../src/state/project-notes';
import { smallStorageOf } from './small-storage-of';

afterEach(() => vi.unstubAllGlobals());

const KEY = 'tenure:scenarios';
const scenarios = (...named: { name: string; margin?: number }[]) =>
  JSON.stringify({ version: 1, scenarios: named });

test('scenarios travel with a project, the theme does not', () => {
  smallStorageOf({ [KEY]: scenarios({ name: 'a' }), 'tenure:theme': 'dark' });
  expect(projectNotes()).toEqual({ [KEY]: scenarios({ name: 'a' }) });
});

test('scenarios of a project are added; of two with one name the one that is here stays', () => {
  const held = smallStorageOf({ [KEY]: scenarios({ name: 'a', margin: 1 }) });
  addNotes({ [KEY]: scenarios({ name: 'a', margin: 2 }, { name: 'b' }) });
  expect(held.get(KEY)).toBe(scenarios({ name: 'a', margin: 1 }, { name: 'b' }));
});

test.each(['{', '{"scenarios":[7]}', '[]', 'null'])('notes that are none are left: %j', (text) => {
  const held = smallStorageOf({});
  addNotes({ [KEY]: text, 'tenure:theme': 'dark', elsewhere: 'x' });
  expect(held.size).toBe(0);
});
