import { tick } from 'svelte';

/** What an image of a figure stands on: the page as it is seen now, one of its themes, or nothing. */
export const GROUNDS = ['page', 'light', 'dark', 'transparent'] as const;

export type Ground = (typeof GROUNDS)[number];

/**
 * Calls `take` while the whole page wears the theme of `ground`: the themes are resolved at the root only, and a canvas
 * paints itself anew. All of it happens before the browser paints again, so nobody sees it.
 */
export async function onGround<Taken>(ground: Ground, take: () => Taken): Promise<Taken> {
  if (ground === 'page' || ground === 'transparent') return take();
  const { dataset } = document.documentElement;
  const worn = dataset['theme'];
  dataset['theme'] = ground;
  // First those who watch the theme hear of it, then what they change is done.
  await Promise.resolve();
  await tick();
  try {
    return take();
  } finally {
    if (worn === undefined) delete dataset['theme'];
    else dataset['theme'] = worn;
  }
}
