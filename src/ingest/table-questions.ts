import { isoDate } from '../analysis/calendar';
import { DAYS_IN, type TimeUnit } from '../analysis/time-unit';
import { amountAsRead } from './number-evidence';
import type { Choices, DateOrder, DecimalSign } from './choices';
import type { FoundTable } from './recognise-table';
import {
  meanInHeader,
  namesTheStaying,
  saysRecency,
  scaleInHeader,
  unitInHeader,
} from './table-names';
import type { Decided, TableReading } from './table-reading';
import { missingRoles, TIME_ROLES } from './table-roles';
import type { TableSurvey } from './table-survey';
import type { Question, QuestionOption } from './understanding';

const UNITS = Object.keys(DAYS_IN) as TimeUnit[];

/** How the table is read, as far as header, cells and choices decide it. */
export function readingOf(
  table: FoundTable,
  survey: TableSurvey,
  choices: Choices,
  order: DateOrder | null,
): TableReading {
  const { kind, mapping } = table;
  const name = (column: number | undefined) =>
    column === undefined ? '' : table.header.cells[column].trim();
  const dated = mapping.first !== undefined && mapping.last !== undefined;
  const latest = dated ? survey.latestUnder(order) : null;
  const timed = TIME_ROLES.some((role) => mapping[role] !== undefined);
  return {
    kind,
    mapping,
    missing: missingRoles(kind, mapping),
    timeUnit: timed ? unitOf(table, choices) : null,
    meanOf: meanOf(table, choices),
    recency: saysRecency(name(mapping.tx)) ? recencyOf(survey, choices) : null,
    observationEnd:
      dated && mapping.T === undefined ? decided(choices.observationEnd, null, null) : null,
    latest: latest === null ? null : isoDate(latest),
    ended:
      mapping.event === undefined
        ? null
        : {
            means: choices.ended ?? (namesTheStaying(name(mapping.event)) ? 'zero' : 'one'),
            ones: survey.ones,
            zeros: survey.zeros,
          },
    alive: kind === 'survival-table' ? aliveOf(table, survey, choices) : null,
  };
}

function decided<T>(chosen: T | undefined, named: T | null, proven: T | null): Decided<T> {
  if (chosen !== undefined) return { value: chosen, basis: 'chosen' };
  if (named !== null) return { value: named, basis: 'named' };
  return proven === null ? { value: null, basis: 'open' } : { value: proven, basis: 'proven' };
}

/** Both times have one unit: the one that either header names. */
function unitOf({ mapping, header }: FoundTable, { timeUnit }: Choices): Decided<TimeUnit> {
  const named = TIME_ROLES.flatMap((role) => {
    const column = mapping[role];
    return column === undefined ? [] : (unitInHeader(header.cells[column]) ?? []);
  });
  const agree = new Set(named).size === 1;
  return decided(timeUnit, agree ? named[0] : null, null);
}

/** A mean worked out from all revenue is of all; any other must be told. */
function meanOf({ mapping, header }: FoundTable, choices: Choices): TableReading['meanOf'] {
  if (mapping.m === undefined)
    return mapping.revenue === undefined ? null : { value: 'all', basis: 'named' };
  return decided(choices.meanOf, meanInHeader(header.cells[mapping.m]), null);
}

/** Somebody without a repeat purchase has recency 0 counted from the first, and T counted from the end. */
function recencyOf(
  { recencyZero, recencyWhole }: TableSurvey,
  { recency }: Choices,
): NonNullable<TableReading['recency']> {
  const proven =
    recencyZero > 0 && recencyWhole === 0
      ? 'since-first'
      : recencyWhole > 0 && recencyZero === 0
        ? 'before-end'
        : null;
  return decided<'since-first' | 'before-end'>(recency, null, proven);
}

function aliveOf(
  { header, others }: FoundTable,
  survey: TableSurvey,
  { alive }: Choices,
): NonNullable<TableReading['alive']> {
  const named = new Set(others.flatMap((column) => scaleInHeader(header.cells[column]) ?? []));
  const agreed = named.size === 1 ? ([...named][0] ?? null) : null;
  return decided<'percent' | 'count'>(alive, agreed, survey.aliveScale);
}

/** What is still open, as questions. */
export function tableQuestions(
  reading: TableReading,
  survey: TableSurvey,
  decimal: DecimalSign | null,
): Question[] {
  const { mapping } = reading;
  const questions: Question[] = [];
  const ask = (code: Question['code'], columns: number[], rest: Partial<Question>) =>
    questions.push({ code, columns, proofs: [], options: [], ...rest });
  const columns = (...roles: (keyof typeof mapping)[]) =>
    roles.flatMap((role) => mapping[role] ?? []);
  if (reading.timeUnit?.basis === 'open') {
    ask('TIME_UNIT_UNKNOWN', columns('tx', 'T'), {
      options: UNITS.map((timeUnit) => ({
        ...option(timeUnit, { timeUnit }),
        readings: survey.times.map((cell) => ({
          ...cell,
          reads: inDays(cell.text, decimal, timeUnit),
        })),
      })),
    });
  }
  if (reading.recency?.basis === 'open') {
    ask('RECENCY_UNKNOWN', columns('tx'), {
      options: (['since-first', 'before-end'] as const).map((recency) =>
        option(recency, { recency }),
      ),
    });
  }
  if (reading.meanOf?.basis === 'open') {
    const { meanless, meanOfOne } = survey;
    ask('MEAN_SPEND_UNKNOWN', columns('m'), {
      options: [
        { ...option('repeats', { meanOf: 'repeats' }), count: meanless },
        { ...option('all', { meanOf: 'all' }), count: meanOfOne },
      ],
      // Who bought once has no mean of repeats.
      ...(meanless + meanOfOne > 0 && { suggested: meanOfOne > 0 ? 'all' : 'repeats' }),
    });
  }
  if (reading.observationEnd?.basis === 'open' && reading.latest !== null) {
    ask('OBSERVATION_END_UNKNOWN', columns('last'), {
      options: [option(reading.latest, { observationEnd: reading.latest })],
      suggested: reading.latest,
    });
  }
  if (reading.alive?.basis === 'open') {
    ask(
      'ALIVE_SCALE_UNKNOWN',
      survey.numbers.slice(1).map(({ column }) => column),
      {
        options: (['percent', 'count'] as const).map((alive) => option(alive, { alive })),
      },
    );
  }
  return questions;
}

function inDays(text: string, decimal: DecimalSign | null, unit: TimeUnit): string | null {
  const plain = amountAsRead(text, decimal ?? '.');
  return plain === null ? null : `P${Math.round(Number(plain) * DAYS_IN[unit])}D`;
}

function option(value: string, choice: Choices): QuestionOption {
  return { value, choice, readings: [] };
}
