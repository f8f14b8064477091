import { integer } from '../../text/format';
import {
  kinds_facts_durations,
  kinds_facts_groups,
  kinds_facts_summary,
  kinds_facts_table,
  kinds_report_durations,
  kinds_report_groups,
  kinds_report_summary,
  kinds_report_table,
} from '../../text/paraglide/messages';
import type { DatasetEntry } from '../../worker/contract/datasets';
import type { FileReport } from '../../worker/contract/importing';
import { kindName } from './kind-words';

const REPORTS = {
  'customer-summary': kinds_report_summary,
  'grouped-summary': kinds_report_groups,
  durations: kinds_report_durations,
  'survival-table': kinds_report_table,
};

const FACTS = {
  'customer-summary': kinds_facts_summary,
  'grouped-summary': kinds_facts_groups,
  durations: kinds_facts_durations,
  'survival-table': kinds_facts_table,
};

/** What came in of a file that is no order log; null for an order log. */
export function tableReportWords({ table, accepted, rows, customers }: FileReport): string | null {
  if (!table) return null;
  return REPORTS[table.kind]({
    accepted: integer(accepted) ?? '',
    rows: integer(rows) ?? '',
    customers: integer(customers) ?? '',
  });
}

/** A dataset that is no order log in a line; null for an order log. */
export function tableFacts({ kind, customers, rows }: DatasetEntry): string | null {
  if (kind === 'orders') return null;
  return FACTS[kind]({
    kind: kindName(kind),
    customers: integer(customers) ?? '',
    rows: integer(rows) ?? '',
  });
}
