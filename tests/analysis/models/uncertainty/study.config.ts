import { defineConfig } from 'vitest/config';

/** Studies take minutes and are run by hand; their tables stand in src/analysis/README.md. */
export default defineConfig({
  test: { include: ['tests/analysis/models/uncertainty/*.study.ts'], testTimeout: 3_600_000 },
});
