import { describe, expect, test, vi } from 'vitest';
import { changedSettings, SettingsState } from '../../src/state/settings.svelte';
import { DEFAULT_SETTINGS } from '../../src/worker/contract/settings';

describe('settings', () => {
  test('an undo puts back what was changed last and says what it was', () => {
    const settings = new SettingsState(vi.fn());
    settings.change({ margin: 0.3 });
    settings.change({ horizonMonths: 12, annualDiscount: 0.08 });
    expect(settings.undo()).toEqual(['annualDiscount', 'horizonMonths']);
    expect(settings.current.margin).toBe(0.3);
    expect(settings.undo()).toEqual(['margin']);
    expect(settings.undo()).toEqual([]);
    expect(settings.current).toEqual(DEFAULT_SETTINGS);
  });

  test('what was undone can be done again, until something else is changed', () => {
    const settings = new SettingsState(vi.fn());
    settings.change({ margin: 0.3 });
    settings.undo();
    expect(settings.redo()).toEqual(['margin']);
    expect(settings.current.margin).toBe(0.3);
    settings.undo();
    settings.change({ bins: 4 });
    expect(settings.redo()).toEqual([]);
  });

  test('every state that is shown is kept', () => {
    const keep = vi.fn();
    const settings = new SettingsState(keep);
    settings.change({ margin: 0.3 });
    settings.change({ margin: 0.3 });
    settings.undo();
    expect(keep).toHaveBeenCalledTimes(2);
    expect(keep).toHaveBeenLastCalledWith(DEFAULT_SETTINGS);
  });

  test('equal content is no change, whoever made the object', () => {
    expect(changedSettings(DEFAULT_SETTINGS, structuredClone(DEFAULT_SETTINGS))).toEqual([]);
  });
});
