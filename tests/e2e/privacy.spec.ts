import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { asFile, exported, goTo, importFiles, openSample, SMALL_CSV } from './shop-page';
import { DIST, host, type StaticHost } from './static-host';

test.use({ serviceWorkers: 'allow' });

/** Every request the DevTools protocol tells of: of the page, of its workers and of the service worker. */
function watchRequests(context: BrowserContext): string[] {
  const seen: string[] = [];
  context.on('request', (request) => seen.push(request.url()));
  return seen;
}

/** Every breach of the policy, by three ways: the page's events, its reports, and the browser's own issues. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  const told: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') told.push(message.text());
  });
  page.on('pageerror', (error) => told.push(error.message));
  page.on('worker', (worker) => {
    worker.evaluate(listen).catch((problem: unknown) => told.push(String(problem)));
  });
  await page.addInitScript(listen);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Audits.enable');
  devtools.on('Audits.issueAdded', ({ issue }) => {
    if (issue.code === 'ContentSecurityPolicyIssue') told.push(issue.code);
  });
  const heard = () => (globalThis as unknown as { breaches: string[] }).breaches;
  return async () => [
    ...told,
    ...(await page.evaluate(heard)),
    ...(await Promise.all(page.workers().map((worker) => worker.evaluate(heard)))).flat(),
  ];
}

/** Writes down every breach, in a page or in a worker: by its event and by its report. */
function listen(): void {
  const breaches: string[] = [];
  Object.assign(globalThis, { breaches });
  addEventListener('securitypolicyviolation', (event) => {
    breaches.push(event.effectiveDirective);
  });
  new ReportingObserver((reports) => breaches.push(...reports.map(({ type }) => String(type))), {
    buffered: true,
  }).observe();
}

/** Opens the page; a file can be chosen once everything is loaded and kept. */
async function open(page: Page, { url }: StaticHost): Promise<void> {
  await page.goto(url);
  await expect(page.getByLabel('Choose CSV files')).toBeAttached();
}

/** From choosing a file to the exports: every page, every kind of file taken away, a sample beside it. */
async function journey(page: Page): Promise<void> {
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  const links = page.getByRole('navigation').getByRole('link');
  for (const name of await links.allTextContents()) {
    await links.filter({ hasText: name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main [aria-busy=true]'), name).toHaveCount(0);
  }
  await exported(page, 'Results (JSON)');
  await exported(page, 'Customers (CSV)');
  await goTo(page, 'Retention');
  const figure = page.getByRole('figure').first();
  for (const kind of ['SVG', 'PNG', 'CSV']) {
    await figure.getByRole('button', { name: 'Save or read this figure' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: `Save as ${kind}` }).click();
    await download;
  }
  await goTo(page, 'Data');
  await openSample(page, 'Coffee shop');
}

for (const visit of ['first', 'second'] as const)
  test(`${visit} visit: from choosing a file to the exports, not one request, no breach`, async ({
    page,
    context,
  }) => {
    test.slow();
    const site = await host({ path: '/shops/tenure/' });
    const seen = watchRequests(context);
    const breaches = await watchPolicy(page);
    await open(page, site);
    if (visit === 'second') await open(page, site);

    const origins = new Set(seen.map((url) => new URL(url).origin));
    expect([...origins]).toEqual([site.origin]);
    expect(site.log.filter((line) => !line.startsWith('GET /shops/tenure/'))).toEqual([]);

    site.log.length = 0;
    seen.length = 0;
    await journey(page);
    expect(site.log).toEqual([]);
    expect(seen.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(await breaches()).toEqual([]);
    await site.close();
  });

/** Asks for `<url>/<way>` in each way a script has to send something out. */
function sendFromPage(url: string): void {
  // A script by address is stopped by Trusted Types already, which throw.
  const attempt = (way: string, send: (to: string) => unknown) => {
    try {
      void Promise.resolve(send(`${url}/${way}`)).catch(() => undefined);
    } catch {
      return;
    }
  };
  const element = (name: string, attributes: Record<string, string>) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    document.body.append(made);
    return made;
  };
  attempt('fetch', (to) => fetch(to, { mode: 'no-cors' }));
  attempt('beacon', (to) => navigator.sendBeacon(to, 'ids'));
  attempt('request', (to) => {
    const request = new XMLHttpRequest();
    request.open('GET', to);
    request.send();
  });
  attempt('events', (to) => new EventSource(to));
  attempt('socket', (to) => new WebSocket(to.replace('http', 'ws')));
  attempt('image', (to) => element('img', { src: to }));
  attempt('style', (to) => element('link', { rel: 'stylesheet', href: to }));
  attempt('frame', (to) => element('iframe', { src: to, name: 'frame' }));
  attempt('module', (to) => import(/* @vite-ignore */ to));
  attempt('script', (to) => element('script', { src: to }));
  attempt('form', (to) => {
    element('iframe', { name: 'posted' });
    (element('form', { action: to, target: 'posted' }) as HTMLFormElement).submit();
  });
}

const WAYS = [
  'beacon',
  'events',
  'fetch',
  'fitter',
  'form',
  'frame',
  'image',
  'module',
  'request',
  'script',
  'socket',
  'style',
  'worker',
];

/** What of all the ways arrives at another host, tried from the page and from the workers that see the data. */
async function arrivals(page: Page, policy: boolean): Promise<{ there: string[]; told: string[] }> {
  const [site, elsewhere] = [await host({ policy }), await host()];
  const seen = watchRequests(page.context());
  await open(page, site);
  await page.evaluate(sendFromPage, elsewhere.origin);
  const inWorker = (to: string) =>
    fetch(to, { mode: 'no-cors' }).then(
      () => 'sent',
      () => 'blocked',
    );
  await expect.poll(() => page.workers().length).toBe(2);
  const workers = page.workers();
  const sent = policy ? 'blocked' : 'sent';
  for (const [k, way] of ['worker', 'fitter'].entries())
    expect(await workers[k].evaluate(inWorker, `${elsewhere.origin}/${way}`)).toBe(sent);
  // The same from the page, last: what was tried before it has had its time.
  expect(await page.evaluate(inWorker, `${elsewhere.origin}/last`)).toBe(sent);
  if (!policy) await expect.poll(() => elsewhere.log.length).toBe(WAYS.length + 1);
  await site.close();
  await elsewhere.close();
  const ways = (paths: string[]) =>
    [...new Set(paths)].filter((way) => way !== 'last' && way !== '').sort();
  return {
    there: ways(elsewhere.log.map((line) => line.replace(/^\w+ \/|\?.*$/g, ''))),
    told: ways(
      seen
        .filter((url) => new URL(url).host === new URL(elsewhere.origin).host)
        .map((url) => new URL(url).pathname.slice(1)),
    ),
  };
}

test('whatever a script tries, nothing arrives at another host', async ({ page }) => {
  expect((await arrivals(page, true)).there).toEqual([]);
});

test('the proof can fail: without the policy every way arrives, and both logs see it', async ({
  page,
}) => {
  const { there, told } = await arrivals(page, false);
  expect(there).toEqual(WAYS);
  // A socket is no request to the protocol.
  expect(told).toEqual(WAYS.filter((way) => way !== 'socket'));
});

test('a breach is heard in the page and in the worker, so that silence means something', async ({
  page,
}) => {
  const site = await host();
  const breaches = await watchPolicy(page);
  await open(page, site);
  const attempt = (url: string) =>
    fetch(url).then(
      () => undefined,
      () => undefined,
    );
  await page.evaluate(attempt, site.url);
  await expect.poll(breaches).toContain('connect-src');
  await expect.poll(breaches).toContain('csp-violation');
  await expect.poll(breaches).toContain('ContentSecurityPolicyIssue');
  for (const worker of page.workers()) {
    const before = (await breaches()).length;
    await worker.evaluate(attempt, site.url);
    await expect.poll(async () => (await breaches()).length).toBeGreaterThan(before);
  }
  await site.close();
});

test('the service worker asks for the build and nothing else; a host with headers binds it, too', async ({
  page,
  context,
}) => {
  const headers = (name: string) => headersFor(name === 'index.html' ? '/' : `/${name}`);
  const [site, elsewhere] = [await host({ headers }), await host()];
  const breaches = await watchPolicy(page);
  await open(page, site);
  const files = new Set(readFileSync(join(DIST, 'SHA256SUMS'), 'utf8').match(/\S+$/gm));
  const own = site.log.filter((line) => line !== 'GET /' && !files.has(line.slice('GET /'.length)));
  expect(own).toEqual([]);

  const [worker] = context.serviceWorkers();
  const attempt = (to: string) =>
    fetch(to, { mode: 'no-cors' }).then(
      () => 'sent',
      () => 'blocked',
    );
  expect(await worker.evaluate(attempt, `${elsewhere.origin}/ids`)).toBe('blocked');
  expect(elsewhere.log).toEqual([]);
  expect(await breaches()).toEqual([]);
  await site.close();
  await elsewhere.close();
});

/** Headers of a path as hosts read public/_headers: all rules that match, those of one name joined. */
function headersFor(path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  let applies = false;
  for (const line of readFileSync(join(DIST, '_headers'), 'utf8').split('\n')) {
    if (line.startsWith('/'))
      applies = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line;
    else if (applies && line.includes(':')) {
      const [name, ...rest] = line.trim().split(': ');
      const value = rest.join(': ');
      headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
    }
  }
  return headers;
}

test('a host that forbids WebAssembly gets the same rows', async ({ page }) => {
  const site = await host({
    headers: (name) =>
      name === 'index.html'
        ? { 'Content-Security-Policy': "script-src 'self'; worker-src 'self' blob:" }
        : {},
  });
  const refusals = await watchPolicy(page);
  await open(page, site);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  const rows = SMALL_CSV.trimEnd().split('\n').length - 1;
  await expect(page.getByRole('region', { name: 'Import report' })).toContainText(`${rows} rows`);
  expect(await refusals()).toContain('script-src');
  await site.close();
});

test('the headers file says the same as the page', () => {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
  const inPage = policy?.replaceAll('&#39;', "'");
  expect(inPage).toContain("connect-src 'none'");
  for (const path of ['/', '/index.html', '/assets/engine.js'])
    expect(headersFor(path)['Content-Security-Policy']).toBe(`frame-ancestors 'none', ${inPage}`);
  expect(headersFor('/service-worker.js')['Content-Security-Policy']).toBe(
    "frame-ancestors 'none', default-src 'none'; connect-src 'self'",
  );
});

test('the build names no other place to load from, and nothing that counts visitors', () => {
  const text = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(html|js|css|webmanifest)$/.test(name))
    .map((name) => readFileSync(join(DIST, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
    .join('\n');
  const found = (pattern: RegExp) => [...new Set(text.match(pattern))].sort();
  expect(found(/google-analytics|gtag\(|googletagmanager|sentry\.io|plausible|hotjar/gi)).toEqual(
    [],
  );
  expect(found(/@import.{20}|(url\(\s*|\b(src|href)=)["']?(https?:)?\/\/.{20}/g)).toEqual([]);
  // Names and places in messages, none of them loaded: XML namespaces, documentation, bases of relative addresses.
  expect(found(/\b(https?|wss?):\/\/[\w.-]+/g)).toEqual([
    'http://example.com',
    'http://fallback.com',
    'http://www.w3.org',
    'https://paraglidejs.com',
    'https://svelte.dev',
  ]);
});
