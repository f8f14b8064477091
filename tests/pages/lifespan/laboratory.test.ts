import { expect, test } from 'vitest';
import { Laboratory } from '../../../src/pages/lifespan/laboratory/laboratory.svelte';

test('what is tried while a slider moves is one step of undo', () => {
  const laboratory = new Laboratory();
  for (const churn of [11, 12, 13]) laboratory.try('levers', { churn });
  laboratory.set('levers', { churn: 14 });
  expect(laboratory.values('levers').churn).toBe(14);
  laboratory.undo();
  expect(laboratory.values('levers').churn).toBe(10);
  expect(laboratory.canUndo).toBe(false);
  laboratory.redo();
  expect(laboratory.values('levers').churn).toBe(14);
});

test('a link opens its view and leaves other sheets alone', () => {
  const laboratory = new Laboratory();
  laboratory.set('levers', { churn: 33 });
  laboratory.open('1~simple~EUR~subscription~20~12~2.5~100');
  expect(laboratory.section).toBe('calculators');
  expect(laboratory.values('simple').orderValue).toBe(20);
  expect(laboratory.values('levers').churn).toBe(33);
  expect(laboratory.currency).toBe('EUR');
  expect(laboratory.link).toBe('1~simple~EUR~subscription~20~12~2.5~100');
});

test('an unreadable link changes nothing but says so, until a good one is opened', () => {
  const laboratory = new Laboratory();
  laboratory.open('1~simple~oops');
  expect(laboratory.unreadable).toBe('BROKEN');
  expect(laboratory.view).toBe('lifespan');
  expect(laboratory.canUndo).toBe(false);
  laboratory.open('1~simple~~shop~1~1~1~1');
  expect(laboratory.unreadable).toBeNull();
});

test('the calculators open where they were left', () => {
  const laboratory = new Laboratory();
  laboratory.view = 'offers';
  laboratory.openSection('lifespan');
  laboratory.openSection('calculators');
  expect(laboratory.view).toBe('offers');
});
