import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * The policy of the built page. `connect-src 'none'` is the promise that nothing is sent; the worker
 * is started from a blob so that it inherits this policy, which a worker loaded by URL would not.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "manifest-src 'self'",
  "worker-src 'self' blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html tenure-worker',
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

export default defineConfig({
  base: './',
  plugins: [
    svelte(),
    contentSecurityPolicy(),
    // Unit tests read the messages that `npm run messages` compiled; the plugin's watcher would keep them open.
    !process.env['VITEST'] &&
      paraglideVitePlugin({
        project: './src/text/project.inlang',
        outdir: './src/text/paraglide',
        strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
      }),
  ],
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  test: { include: ['tests/**/*.test.ts'], setupFiles: ['tests/property-seed.ts'] },
});
