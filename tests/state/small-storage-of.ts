import { vi } from 'vitest';

/** Puts a local storage of this content in place of the browser's. @returns what it holds */
export function smallStorageOf(content: Record<string, string>): Map<string, string> {
  const held = new Map(Object.entries(content));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
    removeItem: (key: string) => held.delete(key),
  });
  return held;
}
