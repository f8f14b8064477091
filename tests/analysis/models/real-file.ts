import { describe, test } from 'vitest';
import { isThere } from './read-log';

/** Facts about a real file of ../shared/data; without it they are reported as skipped, and why. */
export function onRealFile(file: string, name: string, facts: () => void): void {
  describe(`${name} (${file})`, () => {
    if (isThere(file)) facts();
    else test.skipIf(true)(`needs shared/data/${file}, which is not part of the project`, () => {});
  });
}
