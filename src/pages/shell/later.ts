import { firstPicture } from '../../parts/picture';

/** Parts around the pages that the first picture does without; fetched behind it, before a file is chosen. */
export const shortcuts = firstPicture.then(() => import('./Shortcuts.svelte'));
