import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: './',
  plugins: [
    svelte(),
    // Unit tests read the messages that `npm run messages` compiled; the plugin's watcher would keep them open.
    !process.env['VITEST'] &&
      paraglideVitePlugin({
        project: './src/text/project.inlang',
        outdir: './src/text/paraglide',
        strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
      }),
  ],
  worker: { format: 'es' },
  build: { target: 'es2022' },
  test: { include: ['tests/**/*.test.ts'] },
});
