/** How much this page takes in the browser, in bytes. */
export interface Usage {
  used: number;
  /** Most the browser would let it take. */
  quota: number;
}

/** What the browser gives this page to keep things in: how much, and whether it promises not to clear it. */
export class BrowserStorage {
  #usage = $state.raw<Usage | null>(null);
  #promised = $state<boolean | null>(null);

  /** Null where the browser does not tell. */
  get usage(): Usage | null {
    return this.#usage;
  }

  /** Whether the browser has promised to clear nothing unasked; null where it does not tell. */
  get promised(): boolean | null {
    return this.#promised;
  }

  /** Looks again. */
  async measure(): Promise<void> {
    const storage = storageManager();
    if (!storage) return;
    try {
      const [{ usage, quota }, promised] = await Promise.all([
        storage.estimate(),
        storage.persisted(),
      ]);
      this.#usage = usage === undefined || quota === undefined ? null : { used: usage, quota };
      this.#promised = promised;
    } catch (error) {
      // Where site data are blocked there is nothing to be told.
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    }
  }

  /** Asks the browser for its promise, which may ask the person; not where it was given already. */
  async askForPromise(): Promise<void> {
    await this.measure();
    if (this.#promised !== false) return;
    await storageManager()?.persist();
    await this.measure();
  }
}

/** Absent where a page is served without https. */
function storageManager(): StorageManager | undefined {
  return (navigator as { storage?: StorageManager }).storage;
}
