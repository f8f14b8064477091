import { expect, test } from 'vitest';
import { atOnce, inSteps } from '../../src/worker/in-steps';

/** Writes down what is done, and is asked something else at each step. */
function* work(log: string[]): Generator<number, string> {
  for (let step = 1; step <= 3; step++) {
    log.push(`step ${step}`);
    setTimeout(() => log.push('question'));
    yield step;
  }
  return 'answer';
}

test('a question asked meanwhile is answered before the next step', async () => {
  const log: string[] = [];
  expect(await inSteps(work(log))).toBe('answer');
  expect(log).toEqual(['step 1', 'question', 'step 2', 'question', 'step 3', 'question']);
});

test('a question that makes the work pointless stops it, even before it began', async () => {
  const log: string[] = [];
  const stopped = () => log.includes('question');
  expect(await inSteps(work(log), stopped)).toBeNull();
  expect(log).toEqual(['step 1', 'question']);
  expect(await inSteps(work(log), stopped)).toBeNull();
  expect(log).toHaveLength(2);
});

test('whoever waits is told of each step', async () => {
  const told: number[] = [];
  await inSteps(
    work([]),
    () => false,
    (step) => told.push(step),
  );
  expect(told).toEqual([1, 2, 3]);
});

test('what fails, fails for whoever waits', async () => {
  const failing = (function* (): Generator<undefined> {
    yield;
    throw new Error('no fit');
  })();
  await expect(inSteps(failing)).rejects.toThrow('no fit');
});

test('at once, every question waits', () => {
  const log: string[] = [];
  expect(atOnce(work(log))).toBe('answer');
  expect(log).toEqual(['step 1', 'step 2', 'step 3']);
});
