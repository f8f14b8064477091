import { OWN } from './small-storage';

const KEY = `${OWN}keep-nothing`;

/**
 * Whether the person chose that this tab keeps nothing. Noted in the tab's own storage, which goes with the tab, so
 * that a reload does not silently begin to keep things.
 */
export function keepsNothingHere(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function noteKeepsNothing(on: boolean): void {
  try {
    if (on) sessionStorage.setItem(KEY, 'on');
    else sessionStorage.removeItem(KEY);
  } catch {
    // Where storage is blocked nothing outlives the tab in any case.
  }
}
