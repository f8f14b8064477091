import { expect, type Page, test } from '@playwright/test';
import { goTo, openPage, openSample } from './shop-page';

const PAGES = ['Overview', 'Segments', 'Retention', 'Value', 'Lifespan', 'Customers', 'Data'];

async function settled(page: Page, name: string): Promise<void> {
  await goTo(page, name);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

test('nothing moves where reduced motion is asked for', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPage(page);
  await openSample(page, 'Coffee shop');
  for (const name of ['Overview', 'Lifespan']) {
    await settled(page, name);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationDuration, scrollBehavior } =
            getComputedStyle(element);
          const longest = Math.max(
            ...`${transitionDuration}, ${animationDuration}`.split(', ').map(Number.parseFloat),
          );
          return longest > 0.001 || scrollBehavior === 'smooth';
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(moving, name).toEqual([]);
  }
});

// At 200% a window of 1,280 x 900 px has room for 640 x 450.
test('at 200% zoom nothing is cut and nothing scrolls sideways', async ({ browser }) => {
  test.slow();
  const context = await browser.newContext({
    viewport: { width: 640, height: 450 },
    deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  await openPage(page);
  await openSample(page, 'Coffee shop');
  for (const name of PAGES) {
    await settled(page, name);
    const { wide, cut } = await page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      // What scrolls within its own frame is not cut.
      const scrolls = (element: Element | null): boolean =>
        element !== null &&
        (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
      const beyond = [...document.querySelectorAll('main :is(p, h1, h2, h3, button, a, td, label)')]
        .filter((element) => {
          const { right, width } = element.getBoundingClientRect();
          return width > 2 && right > room + 1 && !scrolls(element.parentElement);
        })
        .map((element) => element.outerHTML.slice(0, 120));
      return { wide: document.documentElement.scrollWidth - room, cut: beyond };
    });
    expect(cut, name).toEqual([]);
    expect(wide, name).toBeLessThanOrEqual(0);
  }
  await context.close();
});

test('where colours are forced, marks, focus and choices still show', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openPage(page);
  await openSample(page, 'Coffee shop');
  const columns = page.getByRole('figure', { name: /of buyers ordered once/ });
  const seen = await columns
    .locator('.chart svg rect')
    .first()
    .evaluate((mark) => {
      const ground = getComputedStyle(document.documentElement).backgroundColor;
      return { fill: getComputedStyle(mark).fill, ground };
    });
  expect(seen.fill).not.toBe('none');
  expect(seen.fill).not.toBe(seen.ground);

  const menu = columns.getByRole('button', { name: 'Save or read this figure' });
  await menu.focus();
  await page.keyboard.press('Tab');
  await expect(columns.locator('.rest')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  const outline = await menu.evaluate((button) => getComputedStyle(button).outlineWidth);
  expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
});

test('on a phone everything to press is at least 24 px, what matters most 44', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  await openSample(page, 'Coffee shop');
  for (const name of PAGES) {
    await settled(page, name);
    const small = await page.evaluate(() => {
      const shown = (element: Element): boolean => {
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
      };
      return [...document.querySelectorAll('button, select, summary, input, [role=tab], nav a')]
        .filter((element) => shown(element))
        .flatMap((element) => {
          // A label presses for its field.
          const pressed =
            element instanceof HTMLInputElement ? (element.closest('label') ?? element) : element;
          const { width, height } = pressed.getBoundingClientRect();
          const least = element.matches('.primary, body > * nav a') ? 44 : 24;
          return width < 24 || height < least - 0.5
            ? [`${Math.round(width)} x ${Math.round(height)}: ${element.outerHTML.slice(0, 140)}`]
            : [];
        });
    });
    expect.soft(small, name).toEqual([]);
  }
});
