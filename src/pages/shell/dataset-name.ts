import {
  data_sample_donations,
  data_sample_named,
  data_sample_shop,
  data_sample_subscription,
} from '../../text/paraglide/messages';
import { type DatasetEntry, SAMPLE_NAMES, type SampleName } from '../../worker/contract/datasets';

const SAMPLE_TITLES: Record<SampleName, () => string> = {
  shop: data_sample_shop,
  subscription: data_sample_subscription,
  donations: data_sample_donations,
};

/** What a dataset is called here: its own name, but a sample that nobody renamed in the page's language. */
export function datasetName({ name, source }: Pick<DatasetEntry, 'name' | 'source'>): string {
  if (source.kind !== 'sample' || name !== SAMPLE_NAMES[source.sample]) return name;
  return data_sample_named({ name: SAMPLE_TITLES[source.sample]() });
}
