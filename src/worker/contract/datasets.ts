import type { DonationTruth } from '../../analysis/simulate/donations';
import type { ShopTruth } from '../../analysis/simulate/shop';
import type { SubscriptionTruth } from '../../analysis/simulate/subscription';
import type { DataKind } from '../../ingest/data-kind';
import type { FileReport } from '../../ingest/import-result';
import type { StoreProblemCode } from '../../store/dataset-store';
import type { Settings } from './settings';

export const SAMPLES = ['shop', 'subscription', 'donations'] as const;
export type SampleName = (typeof SAMPLES)[number];

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

/** Whether datasets outlive the tab. */
export type Keeping = { kind: 'browser' } | { kind: 'memory'; reason: string };

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
}

/** A dataset could not be opened; the list and the other datasets are untouched. */
export interface NotOpened {
  kind: 'not-opened';
  failure: StoreFailure;
}

/** Done, or the store's reason why not. */
export type Done = { kind: 'done' } | { kind: 'failed'; failure: StoreFailure };
