import type { DonationTruth } from '../../analysis/simulate/donations';
import type { ShopTruth } from '../../analysis/simulate/shop';
import type { SubscriptionTruth } from '../../analysis/simulate/subscription';
import type { DataKind } from '../../ingest/data-kind';
import type { FileReport } from '../../ingest/import-result';
import type { StoreProblemCode } from '../../store/dataset-store';
import type { Settings } from './settings';

export const SAMPLES = ['shop', 'subscription', 'donations'] as const;
export type SampleName = (typeof SAMPLES)[number];

/** Under which each is kept, whatever the page's language, so that a file written of it is the same in all. */
export const SAMPLE_NAMES: Record<SampleName, string> = {
  shop: 'Coffee shop (sample)',
  subscription: 'Subscription (sample)',
  donations: 'Donations (sample)',
};

/** The parameters a sample was simulated with. */
export type SampleTruth = ShopTruth | SubscriptionTruth | DonationTruth;

/** Where a dataset came from. */
export type DatasetSource =
  | { kind: 'files'; reports: FileReport[] }
  | { kind: 'sample'; sample: SampleName; truth: SampleTruth };

export type DatasetKind = DataKind;

/** One line of the list of datasets, and all of a dataset that is not a column. */
export interface DatasetEntry {
  id: string;
  name: string;
  /** What one row of it is. */
  kind: DatasetKind;
  /** When it was imported, ISO with time, UTC. */
  createdAt: string;
  source: DatasetSource;
  rows: number;
  /** Customers; subjects of lifetimes; cohorts of a survival table. */
  customers: number;
  /** Code of the currency of all amounts; null where the files name none. */
  currency: string | null;
  /** ISO dates of the first and the last accepted row; '' where the data know no calendar. */
  firstDate: string;
  lastDate: string;
  settings: Settings;
}

/**
 * Why this browser keeps nothing: the store is written by a newer page, the browser has none or bars this page from
 * it, or it does not open for another reason.
 */
export type Barred = 'newer' | 'blocked' | 'failed';

/** Whether datasets outlive the tab. */
export type Keeping = { kind: 'browser' } | { kind: 'memory'; why: Barred; reason: string };

/** What happens to the store beside what is asked of it: see `StoreSignals`. */
export type StoreSignal = 'waiting' | 'lost';

/** The datasets there are, newest first. */
export interface DatasetList {
  entries: DatasetEntry[];
  /** Ids of those that live in this tab only. */
  unkept: string[];
  /** Ids of those of which a part is gone from the browser's store: they cannot be opened. */
  torn: string[];
  /** Why the browser's store could not tell what it holds; `entries` are then those of this tab. */
  failure: StoreFailure | null;
}

/** A failure of the store, by code, with the browser's own words for the curious. */
export interface StoreFailure {
  code: StoreProblemCode;
  reason: string;
}

/** A dataset was opened. `unsaved` tells why it could not be kept: it then lives until the tab closes. */
export interface Opened {
  kind: 'opened';
  entry: DatasetEntry;
  unsaved: StoreFailure | null;
  /** Whether it outlives the tab: false where it could not be kept, or was not to be. */
  kept: boolean;
}

/** A dataset could not be opened; the list and the other datasets are untouched. */
export interface NotOpened {
  kind: 'not-opened';
  failure: StoreFailure;
}

/** Done, or the store's reason why not. */
export type Done = { kind: 'done' } | { kind: 'failed'; failure: StoreFailure };
