import type { CalendarPeriod } from '../../analysis/calendar';
import type { Choices } from '../../ingest/choices';
import type { ReadProgress } from '../../ingest/import-result';
import type { ChurnAnswer, ChurnFlowAnswer } from './churn';
import type { CustomerAnswer, CustomerQuery, CustomersAnswer } from './customers';
import type {
  DatasetList,
  Done,
  Keeping,
  NotOpened,
  Opened,
  SampleName,
  StoreSignal,
} from './datasets';
import type { ChosenFile, ImportOutcome, Inspected } from './importing';
import type { BootstrapAnswer, ModelsAnswer, Superseded } from './models';
import type {
  NextOrderAnswer,
  RetentionCustomersAnswer,
  RetentionFilter,
  RetentionQuery,
  RhythmAnswer,
} from './next-order';
import type { OverviewAnswer } from './overview';
import type { Notes, ProjectOpened, ProjectRefused } from './projects';
import type { DiscountAnswer, RetentionAnswer } from './retention';
import type { Round, RoundsAnswer } from './rounds';
import type { SegmentQuestions } from './segment-questions';
import type { SegmentsAnswer } from './segments';
import type { Settings } from './settings';
import type { SpendAnswer, SpendOptions } from './spend';
import type { SurvivalAnswer, SurvivalOptions } from './survival';
import type { SummaryAnswer } from './summary';
import type { ValueAnswer } from './value';

/**
 * All the page can ask of the worker, which owns the data. Answers are small: nothing as long as the
 * customer list crosses, but for one page of a table.
 */
export interface Engine extends SegmentQuestions {
  /** Opens the store; to be called first. @param onSignal told of what happens to the store, now and later */
  start(onSignal: (signal: StoreSignal) => void): Promise<Keeping>;
  /** Answers at once, unless the worker is busy or gone. */
  ping(): void;
  /** Settles when all code the worker will ever need is there. */
  loaded(): Promise<void>;
  datasets(): Promise<DatasetList>;
  /** Whether what is loaded from now on lives in this tab only; what is kept stays as it is. */
  keepNothing(on: boolean): Promise<void>;
  /** Files that are tables of one shop become one file; others are handed back as they are. */
  joinTables(files: File[]): Promise<File[]>;
  /** What is understood of each file under its choices. */
  inspect(files: ChosenFile[]): Promise<Inspected[]>;
  /** What was decided when files with these headers were last imported; null where nothing is remembered. */
  recall(fingerprints: string[]): Promise<(Choices | null)[]>;
  /** Remembers what was decided about files with a header; null forgets it. */
  remember(fingerprint: string, choices: Choices | null): Promise<Done>;
  /** Reads the files, keeps them as one dataset and opens it. Anything else leaves all as it was. */
  importFiles(
    files: ChosenFile[],
    onProgress: (progress: ReadProgress) => void,
  ): Promise<ImportOutcome>;
  cancelImport(): void;
  /** Customers with an order in each period of a sample: what it looks like before it is opened. */
  glimpse(sample: SampleName): Promise<number[]>;
  /** Simulates a sample shop, keeps and opens it. */
  createSample(sample: SampleName): Promise<Opened>;
  /** The open dataset as a project file, with all that belongs to it and the page's own notes. */
  projectFile(settings: Settings, notes: Notes): Promise<Blob>;
  isProject(file: File): Promise<boolean>;
  /** Keeps and opens the dataset in a project file; one that is refused changes nothing. */
  openProject(file: File): Promise<ProjectOpened | ProjectRefused>;
  open(id: string): Promise<Opened | NotOpened>;
  rename(id: string, name: string): Promise<Done>;
  remove(id: string): Promise<Done>;
  eraseEverything(): Promise<Done>;
  /** Keeps the settings of the open dataset. */
  keepSettings(settings: Settings): Promise<Done>;

  // Questions about the open dataset.
  overview(settings: Settings): OverviewAnswer;
  segments(settings: Settings): Promise<SegmentsAnswer>;
  churn(settings: Settings): ChurnAnswer;
  retention(settings: Settings): RetentionAnswer;
  value(settings: Settings): Promise<ValueAnswer>;
  /** @returns null for data that are no summary of customers */
  summary(settings: Settings): SummaryAnswer | null;
  /** @param round null for the length of round that suits how these customers buy */
  rounds(settings: Settings, round: Round | null): Promise<RoundsAnswer>;
  churnFlow(settings: Settings, period: CalendarPeriod): ChurnFlowAnswer;
  survival(settings: Settings, options: SurvivalOptions): SurvivalAnswer;
  discount(settings: Settings): DiscountAnswer;
  spend(settings: Settings, options: SpendOptions): SpendAnswer;
  rhythm(settings: Settings): RhythmAnswer;
  /** @returns null where fewer than two gaps between orders are known */
  nextOrder(settings: Settings): NextOrderAnswer | null;
  /** One page of the buyers of some cohorts, or of those due or late. */
  retentionCustomers(settings: Settings, query: RetentionQuery): RetentionCustomersAnswer;
  /** All of such a list as CSV. */
  retentionCustomersFile(settings: Settings, filter: RetentionFilter): Blob;
  /** Fits and tests every model, one at a time, so that newer questions are answered in between. */
  models(settings: Settings): Promise<ModelsAnswer | Superseded>;
  /** Refits the models to `draws` resamples of the buyers; minutes for very many. */
  bootstrap(
    settings: Settings,
    draws: number,
    onProgress: (done: number) => void,
  ): Promise<BootstrapAnswer | { kind: 'cancelled' }>;
  cancelBootstrap(): void;
  customers(settings: Settings, query: CustomerQuery): Promise<CustomersAnswer>;
  /** @returns null for a customer that is not in the dataset under these settings */
  customer(settings: Settings, customer: number): Promise<CustomerAnswer | null>;
  /** The results file as JSON. */
  resultsFile(settings: Settings): Promise<Blob>;
  /** The customer table as CSV. */
  customersFile(settings: Settings): Promise<Blob>;
}
