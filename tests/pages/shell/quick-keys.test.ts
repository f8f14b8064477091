import { describe, expect, test } from 'vitest';
import { PAGE_KEYS, QuickKeys } from '../../../src/pages/shell/quick-keys';

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, held: Partial<typeof PLAIN> = {}) => ({ ...PLAIN, key, ...held });

describe('quick keys', () => {
  test('g and a letter in a row lead to a page', () => {
    const keys = new QuickKeys();
    expect(keys.press(press('g'), 0, true)).toBeNull();
    expect(keys.press(press('r'), 400, true)).toEqual({ kind: 'go', page: 'retention' });
    expect(keys.press(press('r'), 500, true)).toBeNull();
  });

  test('the second key is not waited for forever', () => {
    const keys = new QuickKeys();
    keys.press(press('g'), 0, true);
    expect(keys.press(press('r'), 5000, true)).toBeNull();
  });

  test('keys without Ctrl can be turned off; those with Ctrl stay', () => {
    const keys = new QuickKeys();
    expect(keys.press(press('?', { shiftKey: true }), 0, true)).toEqual({ kind: 'help' });
    expect(keys.press(press('?', { shiftKey: true }), 0, false)).toBeNull();
    keys.press(press('g'), 0, false);
    expect(keys.press(press('o'), 10, false)).toBeNull();
    expect(keys.press(press('k', { ctrlKey: true }), 20, false)).toEqual({ kind: 'palette' });
  });

  test('undo and redo, with Ctrl and with the command key', () => {
    const keys = new QuickKeys();
    expect(keys.press(press('z', { ctrlKey: true }), 0, true)).toEqual({ kind: 'undo' });
    expect(keys.press(press('Z', { metaKey: true, shiftKey: true }), 1, true)).toEqual({
      kind: 'redo',
    });
    expect(keys.press(press('y', { ctrlKey: true }), 2, true)).toEqual({ kind: 'redo' });
  });

  test('what belongs to the browser or the keyboard layout is left alone', () => {
    const keys = new QuickKeys();
    for (const key of ['c', 'v', 'p', 's', 'g', 'd'])
      expect(keys.press(press(key, { ctrlKey: true }), 0, true)).toBeNull();
    expect(keys.press(press('k', { ctrlKey: true, altKey: true }), 0, true)).toBeNull();
  });

  test('no two pages share a letter', () => {
    const letters = Object.values(PAGE_KEYS);
    expect(new Set(letters).size).toBe(letters.length);
  });
});
