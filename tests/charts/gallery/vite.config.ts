import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Everything that is drawn, on one page, under the page's own security policy: vite build && vite preview here. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [svelte({ configFile: false })],
  build: { target: 'es2022', outDir: '../../../test-results/gallery', emptyOutDir: true },
});
