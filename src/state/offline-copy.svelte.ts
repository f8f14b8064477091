import { scriptUrlPolicy } from '../worker/client';

/** Where the build puts src/worker/service-worker.ts. */
const ADDRESS = 'service-worker.js';

/**
 * Some time after the service worker has answered a page, browsers look by themselves whether it changed: one second
 * in Chromium and Firefox. No file is chosen before that has passed, in ms.
 */
const BROWSERS_OWN_LOOK = 2_000;

/**
 * The copy of this page that a service worker keeps in the browser, so that it opens without a network; and
 * the newer version that waits beside it. Nothing reloads by itself.
 */
export class OfflineCopy {
  #kept = $state(false);
  #newer = $state.raw<ServiceWorker | null>(null);

  /** Whether this page opens without a network from now on. */
  get kept(): boolean {
    return this.#kept;
  }

  /** Whether a newer version waits to be opened. */
  get newer(): boolean {
    return this.#newer !== null;
  }

  /**
   * Keeps a copy, or looks whether there is a newer version of the one kept.
   * @returns when nothing more will be fetched; also where the browser keeps no copies: the page then works
   *   as long as the network does
   */
  async keep(): Promise<void> {
    // The development server has no service worker, and a page without https may have none.
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    const { serviceWorker } = navigator;
    const registration = serviceWorker.controller ? await lookForNewer() : await register();
    if (!registration) return;
    registration.addEventListener('updatefound', () => void this.#watch(registration));
    await this.#watch(registration);
    if (serviceWorker.controller)
      await new Promise((passed) => setTimeout(passed, BROWSERS_OWN_LOOK));
  }

  /** Reloads the page as its newer version. */
  openNewer(): void {
    const worker = this.#newer;
    if (!worker) return;
    const reload = () => {
      if (worker.state === 'activated') location.reload();
    };
    worker.addEventListener('statechange', reload);
    worker.postMessage('take-over');
    // Another tab may have opened it before.
    reload();
  }

  async #watch(registration: ServiceWorkerRegistration): Promise<void> {
    if (registration.installing) await installed(registration.installing);
    this.#kept = (registration.active ?? registration.waiting) !== null;
    if (registration.active) this.#newer = registration.waiting;
  }
}

/** @returns undefined where the browser refuses, as some do in private windows */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
  const url = new URL(ADDRESS, location.href).href;
  const policy = scriptUrlPolicy('tenure-service-worker', (script) => script === url);
  try {
    await navigator.serviceWorker.register(policy.createScriptURL(url));
    return await navigator.serviceWorker.getRegistration();
  } catch {
    return undefined;
  }
}

async function lookForNewer(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker.getRegistration();
  try {
    await registration?.update();
  } catch {
    // Without a network there is nothing newer; the copy kept is what is shown.
  }
  return registration;
}

/** Settles when the worker has all its files, or has failed to get them. */
function installed(worker: ServiceWorker): Promise<void> {
  return new Promise((settle) => {
    const look = () => {
      if (worker.state !== 'installing') settle();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
