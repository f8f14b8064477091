import type { Tenure } from '../../state/tenure.svelte';
import type { DatasetEntry } from '../../worker/contract/datasets';
import { isoDay } from '../retention/cohort-words';
import { type Readiness, readiness, rolesOf } from './readiness';

/** Has the worker count what `datasetReadiness` needs; the overview asks the same. */
export function askReadiness(tenure: Tenure, { kind }: DatasetEntry): void {
  if (kind !== 'orders') return;
  tenure.questions.ask('overview', tenure.settings.current);
  tenure.questions.ask('segments', tenure.settings.current);
}

/** What the open dataset allows; null while its customers are still being counted. */
export function datasetReadiness(tenure: Tenure, entry: DatasetEntry): Readiness | null {
  const facts = {
    kind: entry.kind,
    roles: rolesOf(entry),
    attributes: 0,
    revenue: 0,
    buyers: 0,
    repeaters: 0,
    days: 0,
  };
  if (entry.kind !== 'orders') return readiness(facts);
  const overview = tenure.questions.answer('overview').value;
  const segments = tenure.questions.answer('segments').value;
  if (!overview || !segments) return null;
  const { buyers, netRevenue } = overview.facts;
  return readiness({
    ...facts,
    attributes: segments.attributes.length,
    revenue: netRevenue,
    buyers,
    repeaters: buyers - overview.figures.oneTimeBuyerCount,
    days: isoDay(entry.lastDate) - isoDay(entry.firstDate) + 1,
  });
}
