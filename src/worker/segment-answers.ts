import { newPseudonymKey } from '../exports/pseudonyms';
import type { SegmentQuestions } from './contract/segment-questions';
import type { Settings } from './contract/settings';
import { rest } from './in-steps';
import type { Library } from './library';
import { suppressedCustomers } from './answers/customer-list';
import type { Workspace } from './workspace';

/** Names under which these are kept with a dataset; neither is part of any file that is taken away. */
const SUPPRESSED = 'suppressed';
const SECRET = 'pseudonyms';

/**
 * The questions of the Segments page, put to the open dataset and to what is kept with it.
 *
 * @param opened the open dataset
 * @param fitted the same, once the models in use are fitted to it
 */
export function segmentAnswers(
  opened: () => Workspace,
  fitted: (settings: Settings) => Promise<Workspace>,
  library: Promise<Library>,
): SegmentQuestions {
  /** What was read or made while the dataset is open: of use also where nothing can be kept, gone with it. */
  const lists = new WeakMap<Workspace, readonly string[]>();
  const secrets = new WeakMap<Workspace, Uint8Array<ArrayBuffer>>();

  async function suppressed(): Promise<readonly string[]> {
    const asked = opened();
    const known = lists.get(asked);
    if (known) return known;
    const kept = await (await library).keptResult(asked.entry.id, SUPPRESSED);
    const ids = Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
    lists.set(asked, ids);
    return ids;
  }

  async function secret(): Promise<Uint8Array<ArrayBuffer>> {
    const asked = opened();
    const { id } = asked.entry;
    const kept = secrets.get(asked) ?? (await (await library).keptResult(id, SECRET));
    const key = kept instanceof Uint8Array ? new Uint8Array(kept) : newPseudonymKey();
    // Where it cannot be kept, pseudonyms hold until the page is closed; the store has told of it.
    if (!(kept instanceof Uint8Array)) await (await library).keepResult(id, SECRET, key);
    secrets.set(asked, key);
    return key;
  }

  const studies = () => opened().segmentStudies;
  return {
    segmentsOf: (settings, slice) => studies().segmentsOf(settings, slice),
    async predictSegments(settings) {
      const asked = await fitted(settings);
      // What is waiting comes first.
      await rest();
      asked.prediction(settings);
    },
    attributeValues: (settings, attribute, at, search) =>
      studies().attributeValues(settings, attribute, at, search),
    group: (settings, group) => studies().group(settings, group),
    async groupCustomers(settings, group, page) {
      return (await fitted(settings)).segmentStudies.groupCustomers(settings, group, page);
    },
    async listSize(settings, group, options) {
      return studies().listSize(settings, group, options, await suppressed());
    },
    async listFile(settings, group, options) {
      const studies = (await fitted(settings)).segmentStudies;
      return studies.listFile(settings, group, options, await suppressed(), secret);
    },
    async suppressList() {
      const ids = await suppressed();
      return { ids: [...ids], known: knownOf(opened(), ids) };
    },
    async keepSuppressList(ids) {
      const asked = opened();
      lists.set(asked, ids);
      return (await library).keepResult(asked.entry.id, SUPPRESSED, ids);
    },
    migration: (settings, dates, group) => studies().migration(settings, dates, group),
    movers: (settings, dates, move, group, page) =>
      studies().movers(settings, dates, move, group, page),
    moversFile: (settings, dates, move, group) =>
      studies().moversFile(settings, dates, move, group),
    concentration: (settings, query, group) => studies().concentration(settings, query, group),
  };
}

function knownOf({ content }: Workspace, suppressed: readonly string[]): number {
  if (!('customerIds' in content)) return 0;
  return suppressedCustomers(content.customerIds, suppressed).reduce((sum, one) => sum + one, 0);
}
