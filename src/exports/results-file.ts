/** Version of the format below; raised when a reader of the old one would misread the new. */
export const RESULTS_VERSION = 1;

/** Numbers by name. JSON knows no NaN or infinity: what does not exist is null. */
type Figures = Record<string, number | string | null>;

/**
 * The results file. Numbers in full precision, dates ISO, money in units of the currency, shares of
 * one. The README documents it; additions keep the version, changes of meaning raise it.
 */
export interface ResultsFile {
  format: 'tenure-results';
  version: typeof RESULTS_VERSION;
  dataset: Figures;
  import: {
    files: {
      name: string;
      rows: number;
      accepted: number;
      blank: number;
      excluded: Record<string, number>;
      rejected: Record<string, number>;
      mapping: Record<string, string>;
      dateFormat: string | null;
      numberFormat: string | null;
    }[];
  };
  settings: object;
  overview: Figures;
  rfm: {
    map: string | null;
    bins: number;
    edges: Record<'r' | 'f' | 'm', { score: number; from: number; to: number; size: number }[]>;
    segments: { name: string; customers: number; orders: number; revenue: number }[];
  };
  churn: Figures;
  retention: {
    period: string;
    rule: string;
    counting: string;
    cohorts: {
      cohort: string;
      size: number;
      periods: { customers: number; orders: number; revenue: number; finished: boolean }[];
    }[];
  };
  /** Lifetimes by Kaplan-Meier, in days or the file's unit; by sBG for a survival table. One entry for all, and one a group or cohort. */
  survival: { name: string; figures: Figures; model: FittedModel | null }[];
  models: Record<string, FittedModel>;
  spend: FittedModel | null;
  /** null where no model could be fitted. `interval` holds the total with a probability of `intervalLevel`. */
  clv: Record<string, number | string | null | [low: number, high: number]> | null;
  /** Every model fitted up to `calibrationEnd` and tested after it; null where the data are too short. */
  validation: {
    calibrationEnd: string;
    holdoutEnd: string;
    advised: string | null;
    models: Record<string, Figures | null>;
    naive: Record<string, Figures>;
  } | null;
}

type Nullable<Sections> = { [Name in keyof Sections]: Sections[Name] | null };

type Told = 'overview' | 'rfm' | 'churn' | 'retention' | 'survival' | 'models' | 'spend';

/** The same for data that are no order log: sections that such data cannot fill are null. */
export type KindResultsFile = Omit<ResultsFile, Told> & Nullable<Pick<ResultsFile, Told>>;

/** A fit, or why there is none. */
export type FittedModel =
  | {
      unit: string | null;
      params: Record<string, number>;
      standardErrors: Record<string, number>;
      logLikelihood: number;
      aic: number;
      customers: number;
      repeaters: number;
      estimator: string;
      warnings: object[];
    }
  | { refused: string };

/** The file's text; numbers that do not exist become null. */
export function resultsJson(results: ResultsFile | KindResultsFile): string {
  return JSON.stringify(
    results,
    (_key, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value),
    2,
  );
}
