import { expect, test } from '@playwright/test';
import { goTo, openPage } from './shop-page';

test('a page that has its answers asks nothing more', async ({ page }) => {
  await page.addInitScript(() => {
    const counted = globalThis as unknown as { questions: number };
    counted.questions = 0;
    globalThis.Worker = class extends Worker {
      override postMessage(message: unknown, options?: Transferable[] | object): void {
        counted.questions++;
        super.postMessage(message, options as StructuredSerializeOptions);
      }
    };
  });
  const asked = () =>
    page.evaluate(() => (globalThis as unknown as { questions: number }).questions);
  const frames = () =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 30; frame++) {
        await new Promise((next) => requestAnimationFrame(next));
      }
    });

  await openPage(page);
  await page.getByRole('button', { name: 'Coffee shop' }).click();
  await expect(page.getByRole('region', { name: /Findings/ })).toContainText('bought exactly once');
  for (const name of ['Overview', 'Segments', 'Retention', 'Value', 'Customers']) {
    await goTo(page, name);
    await expect
      .poll(async () => {
        const before = await asked();
        await frames();
        return (await asked()) - before;
      })
      .toBe(0);
  }
});
