/** What every key of this page begins with. */
export const OWN = 'tenure:';

/** Storage throws where the browser blocks it; what is kept there then lasts as long as the page. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param value null removes the key */
export function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Blocked or full small storage is no failure of what the person asked for.
  }
}
