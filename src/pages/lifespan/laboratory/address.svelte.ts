import { untrack } from 'svelte';
import type { Route } from '../../../state/route.svelte';
import type { Laboratory } from './laboratory.svelte';

/** Browsers allow few changes of the address in a short time; a held arrow key makes many. */
const PAUSE_MS = 400;

/**
 * Keeps the address and the laboratory together while the page is shown: a link that is followed opens in it, and what
 * is typed stands in the address a moment later, without a new step of the browser's history.
 */
export function followAddress(laboratory: Laboratory, route: () => Route): void {
  $effect(() => {
    const { page, detail } = route();
    if (page === 'lifespan' && detail !== '') untrack(() => laboratory.open(detail));
  });

  let first = true;
  $effect(() => {
    const link = laboratory.link;
    // A plain visit keeps its plain address until something is changed.
    if (first) {
      first = false;
      return;
    }
    const timer = setTimeout(() => route().replace('lifespan', link), PAUSE_MS);
    return () => clearTimeout(timer);
  });
}
