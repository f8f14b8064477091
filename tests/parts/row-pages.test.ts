import { expect, it } from 'vitest';
import { PAGE, RowPages } from '../../src/parts/row-pages';
import type { TableRow } from '../../src/parts/row-pages';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it('asks for each page once and hands out its rows', async () => {
  const asked: number[] = [];
  let arrived = 0;
  const pages = new RowPages(
    (offset, limit) => {
      asked.push(offset);
      return Promise.resolve(Array.from({ length: limit }, (_, i): TableRow => [offset + i]));
    },
    () => (arrived += 1),
    () => undefined,
  );
  pages.need(PAGE - 5, PAGE + 5);
  pages.need(PAGE, PAGE + 20);
  expect(pages.row(3)).toBeNull();
  await settled();
  expect(asked).toEqual([0, PAGE]);
  expect(arrived).toBe(2);
  expect(pages.row(PAGE + 3)).toEqual([PAGE + 3]);
});

it('drops answers that come after it was closed', async () => {
  let arrived = 0;
  const pages = new RowPages(
    () => Promise.resolve([[1]]),
    () => (arrived += 1),
    () => undefined,
  );
  pages.need(0, 1);
  pages.close();
  await settled();
  expect(arrived).toBe(0);
});

it('gives errors on and asks again when needed again', async () => {
  const errors: unknown[] = [];
  let answers = 0;
  const pages = new RowPages(
    () => (answers++ ? Promise.resolve([['b']]) : Promise.reject(new Error('gone'))),
    () => undefined,
    (error) => errors.push(error),
  );
  pages.need(0, 0);
  await settled();
  expect(errors).toEqual([new Error('gone')]);
  pages.need(0, 0);
  await settled();
  expect(pages.row(0)).toEqual(['b']);
});
