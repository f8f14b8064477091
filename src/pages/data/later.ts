/**
 * Parts of the Data page that the first picture does without. They are fetched at once behind it, and no file
 * is read before they are there.
 */
export const later = {
  mapping: import('./Mapping.svelte'),
  report: import('./ImportReport.svelte'),
  readiness: import('./Readiness.svelte'),
  table: import('./UnderstoodTable.svelte'),
  warehouse: import('./WarehouseQuery.svelte'),
};
