import { expect, test } from 'vitest';
import { Answer } from '../../src/state/answer.svelte';

/** A question whose answer the test gives. */
function open<T>() {
  let answer!: (value: T) => void;
  let fail!: (problem: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { question: () => promise, answer, fail };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('only the newest of the waiting questions is asked', async () => {
  const answer = new Answer<number>();
  const first = open<number>();
  const asked: number[] = [];
  answer.ask(first.question);
  for (const value of [2, 3, 4]) {
    answer.ask(() => {
      asked.push(value);
      return Promise.resolve(value);
    });
  }
  first.answer(1);
  await settled();
  expect(asked).toEqual([4]);
  expect(answer.value).toBe(4);
  expect(answer.pending).toBe(false);
});

test('an answer that arrives after its data are gone is not shown', async () => {
  const answer = new Answer<number>();
  const late = open<number>();
  answer.ask(late.question);
  answer.forget();
  late.answer(1);
  await settled();
  expect(answer.value).toBeNull();
});

test('a failure is told and the last good answer stays', async () => {
  const answer = new Answer<number>();
  answer.ask(() => Promise.resolve(1));
  await settled();
  answer.ask(() => Promise.reject(new Error('no')));
  await settled();
  expect(answer.value).toBe(1);
  expect(answer.problem).toBeInstanceOf(Error);
});
