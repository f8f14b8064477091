import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { assembly } from './src/ingest/kernel/assembly-plugin.mjs';

/**
 * The policy of the built page. `connect-src 'none'` is the promise that nothing is sent; the worker
 * is started from a blob so that it inherits this policy, which a worker loaded by URL would not.
 */
const POLICY = [
  "default-src 'none'",
  // WebAssembly may be compiled, nothing may be evaluated.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "manifest-src 'self'",
  "worker-src 'self' blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html tenure-worker tenure-service-worker',
].join('; ');

/** Only the built page carries the policy: the development server needs inline styles and a socket. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/**
 * Writes SHA256SUMS beside the built files, in the form that `sha256sum -c` reads. It must come last: what
 * is written after it is not listed.
 */
function checksums(): Plugin {
  let folder = '';
  return {
    name: 'checksums',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      handler() {
        const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .map((name) => name.replaceAll('\\', '/'))
          .filter((name) => name !== 'SHA256SUMS' && statSync(join(folder, name)).isFile())
          .sort()
          .map((name) => {
            const digest = createHash('sha256').update(readFileSync(join(folder, name)));
            return `${digest.digest('hex')}  ${name}\n`;
          });
        writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
      },
    },
  };
}

/** The copy that works offline: a manifest, and a service worker that knows the files of the build. */
const offlineCopy = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/worker',
  filename: 'service-worker.ts',
  injectRegister: false,
  includeManifestIcons: false,
  injectManifest: {
    globPatterns: ['index.html', 'assets/*'],
    // Their names hold a hash of what is in them: what the page has loaded is not fetched again.
    dontCacheBustURLsMatching: /^assets\//,
  },
  manifest: {
    id: './',
    name: 'Tenure',
    short_name: 'Tenure',
    description: 'Customer lifetime value, segments and churn from your own order file.',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#0b5f63',
    icons: [
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  },
});

export default defineConfig({
  base: './',
  plugins: [
    svelte(),
    assembly(),
    contentSecurityPolicy(),
    offlineCopy,
    checksums(),
    // Unit tests read the messages that `npm run messages` compiled; the plugin's watcher would keep them open.
    !process.env['VITEST'] &&
      paraglideVitePlugin({
        project: './src/text/project.inlang',
        outdir: './src/text/paraglide',
        // The page says which language it speaks (src/text/language.svelte.ts).
        strategy: ['baseLocale'],
      }),
  ],
  worker: { format: 'es', plugins: () => [assembly()] },
  build: {
    target: 'es2022',
    // The first that know light-dark(): what stands in for it follows the theme of the page, not that of a part of it.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
  },
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/property-seed.ts'],
    // No test leaves anything behind in a module: what is loaded once serves all files.
    pool: 'threads',
    isolate: false,
  },
});
