import type { Tenure } from '../../state/tenure.svelte';
import type { SampleName } from '../../worker/contract/datasets';

/** Goes to the overview, which waits there for the sample to be opened. */
export function openSample(tenure: Tenure, sample: SampleName): void {
  tenure.session.openSample(sample).catch((problem: unknown) => tenure.fail(problem));
  tenure.route.go('overview');
}
