import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';

export const DIST = resolve(import.meta.dirname, '../../dist');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const POLICY_TAG = /<meta[^>]*Content-Security-Policy[^>]*>/;

interface Hosting {
  /** Where the site lies on its origin: `/` or a folder. */
  path?: string;
  /** Whether the page keeps its policy; false takes it out, to see that a proof can fail. */
  policy?: boolean;
  /** Changes a file on its way out, by its name in the build. */
  change?: (name: string, text: string) => string;
  /** Headers by the file's name in the build. */
  headers?: (name: string) => Record<string, string>;
}

export interface StaticHost {
  readonly url: string;
  readonly origin: string;
  /** Every request that reached the host, in order: method and path, also of files it does not have. */
  readonly log: string[];
  /** Serves in another way from now on. */
  serve(hosting: Hosting): void;
  close(): Promise<void>;
}

/** A plain web server of the built files that writes down what it is asked for. */
export async function host(start: Hosting = {}): Promise<StaticHost> {
  let hosting = start;
  const path = start.path ?? '/';
  const log: string[] = [];
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://host').pathname;
    log.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const name = asked === path ? 'index.html' : asked.slice(path.length);
    const file = join(DIST, name);
    if (!asked.startsWith(path) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    let body = readFileSync(file);
    if (name === 'index.html' && hosting.policy === false) {
      const html = body.toString('utf8');
      if (!POLICY_TAG.test(html)) throw new Error('the built page carries no policy');
      body = Buffer.from(html.replace(POLICY_TAG, ''));
    }
    if (hosting.change && /\.(html|js)$/.test(name))
      body = Buffer.from(hosting.change(name, body.toString('utf8')));
    response.writeHead(200, {
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
      ...hosting.headers?.(name),
    });
    response.end(body);
  });
  await new Promise<void>((ready) => server.listen(0, ready));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: origin + path,
    log,
    serve: (next) => {
      hosting = next;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
