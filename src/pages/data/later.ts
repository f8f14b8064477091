import { firstPicture } from '../../parts/picture';

/**
 * Parts of the Data page that the first picture does without. They are fetched right behind it, and no file
 * is read before they are there.
 */
export const later = {
  mapping: firstPicture.then(() => import('./Mapping.svelte')),
  report: firstPicture.then(() => import('./ImportReport.svelte')),
  readiness: firstPicture.then(() => import('./Readiness.svelte')),
  table: firstPicture.then(() => import('./UnderstoodTable.svelte')),
  warehouse: firstPicture.then(() => import('./WarehouseQuery.svelte')),
};
