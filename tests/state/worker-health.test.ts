import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RemoteEngine } from '../../src/state/engine';
import { WorkerHealth } from '../../src/state/worker-health.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const NEVER = new Promise<never>(() => undefined);
const MINUTE = 60_000;

/** A worker that answers everything at once, but `slow`; whether it answers how it is can be changed. */
function worker(failed: Promise<never> = NEVER) {
  const state = { answers: true, asked: 0 };
  const engine = {
    datasets: () => Promise.resolve([]),
    slow: () => NEVER,
    ping: () => {
      state.asked++;
      return state.answers ? Promise.resolve() : NEVER;
    },
  };
  const health = new WorkerHealth(engine as unknown as RemoteEngine, failed);
  return { state, health, engine: health.watched() as unknown as typeof engine };
}

test('a worker that owes nothing is left alone', async () => {
  const { state, engine, health } = worker();
  await engine.datasets();
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(state.asked).toBe(0);
  expect(health.health).toBe('well');
});

test('one that works long, and answers meanwhile, is well', async () => {
  const { state, engine, health } = worker();
  await engine.datasets();
  void engine.slow();
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(state.asked).toBeGreaterThan(10);
  expect(health.health).toBe('well');
});

test('one that owes an answer and answers nothing for 20 seconds is silent', async () => {
  const { state, engine, health } = worker();
  await engine.datasets();
  state.answers = false;
  void engine.slow();
  await vi.advanceTimersByTimeAsync(24_000);
  expect(health.health).toBe('well');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(health.health).toBe('silent');
  await engine.datasets();
  expect(health.health).toBe('well');
});

test('an error before the first answer means that it did not load, later that it failed', async () => {
  const early = worker(Promise.reject(new Error('404')));
  await vi.advanceTimersByTimeAsync(0);
  expect(early.health.health).toBe('not-loaded');

  let fail: (problem: Error) => void = () => undefined;
  const late = worker(new Promise<never>((_resolve, reject) => (fail = reject)));
  await late.engine.datasets();
  fail(new Error('broken'));
  await vi.advanceTimersByTimeAsync(0);
  expect(late.health.health).toBe('crashed');
});
