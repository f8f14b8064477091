/**
 * The copy of the page that opens without a network. It keeps the files of one build, answers with them,
 * and fetches nothing else: it listens to no message but the one that starts a newer version.
 */
declare const self: ServiceWorkerGlobalScope & {
  /** The files of the build, written here by it; a revision where the name does not tell the content. */
  readonly __WB_MANIFEST: readonly { url: string; revision: string | null }[];
};

const FILES = self.__WB_MANIFEST.map(({ url, revision }) => ({
  // By its folder: many hosts redirect from index.html, and no redirect may answer a navigation.
  url: new URL(url === 'index.html' ? './' : url, self.location.href).href,
  revision,
}));
const KEPT = new Set(FILES.map(({ url }) => url));

/** What begins the name of every cache of this page, and of no other page of the same origin. */
const OWN = `tenure:${new URL('./', self.location.href).pathname}:`;
/** index.html names every other file by its hash, so that the revisions stand for the whole build. */
const CACHE = OWN + FILES.flatMap(({ revision }) => revision ?? []).join('-');

async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(
    FILES.map(
      ({ url, revision }) => new Request(url, { cache: revision === null ? 'default' : 'reload' }),
    ),
  );
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(OWN) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** The address under which a request's answer is kept: parameters in a link to the page change nothing. */
function address(request: Request): string {
  const url = new URL(request.url);
  url.hash = '';
  if (request.mode === 'navigate') {
    url.search = '';
    url.pathname = url.pathname.replace(/index\.html$/, '');
  }
  return url.href;
}

/** @returns the file kept, or the host's where the browser dropped what was kept */
async function answer(url: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(url, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
self.addEventListener('fetch', (event) => {
  const url = address(event.request);
  if (event.request.method === 'GET' && KEPT.has(url))
    event.respondWith(answer(url, event.request));
});
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});
