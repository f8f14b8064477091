import type { ConcentrationAnswer, ConcentrationQuery } from './concentration';
import type { AttributeValuesAnswer, Group, GroupAnswer, Slice } from './customer-group';
import type { ListFile, ListOptions, ListSize, SuppressList } from './customer-list';
import type { CustomersAnswer, SortKey } from './customers';
import type { Done } from './datasets';
import type {
  MigrationAnswer,
  MigrationDates,
  Move,
  MoverPage,
  MoversAnswer,
  NoMigration,
} from './migration';
import type { SegmentsAnswer } from './segments';
import type { Settings } from './settings';

/** The questions of the Segments page about the open dataset. */
export interface SegmentQuestions {
  /** As `segments`, of the slice alone; without predictions where those would keep the person waiting. */
  segmentsOf(settings: Settings, slice: Slice | null): SegmentsAnswer;
  /** Makes the predictions, so that `segmentsOf` has them from then on. */
  predictSegments(settings: Settings): Promise<void>;
  attributeValues(
    settings: Settings,
    attribute: string,
    at: Slice['at'],
    search: string,
  ): AttributeValuesAnswer;
  group(settings: Settings, group: Group): GroupAnswer;
  groupCustomers(
    settings: Settings,
    group: Group,
    page: { sort: SortKey; descending: boolean; offset: number; limit: number },
  ): Promise<CustomersAnswer>;
  /** How many of the group would be written. */
  listSize(settings: Settings, group: Group, options: ListOptions): Promise<ListSize>;
  /** The group as CSV, formula-safe. */
  listFile(settings: Settings, group: Group, options: ListOptions): Promise<ListFile>;
  suppressList(): Promise<SuppressList>;
  keepSuppressList(ids: string[]): Promise<Done>;
  /** @param dates null for a third of the time back from the observation end */
  migration(
    settings: Settings,
    dates: MigrationDates | null,
    group: Group,
  ): MigrationAnswer | NoMigration;
  movers(
    settings: Settings,
    dates: MigrationDates,
    move: Move,
    group: Group,
    page: MoverPage,
  ): MoversAnswer;
  moversFile(settings: Settings, dates: MigrationDates, move: Move, group: Group): Blob;
  concentration(settings: Settings, query: ConcentrationQuery, group: Group): ConcentrationAnswer;
}
