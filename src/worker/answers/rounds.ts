import { periodEnd, periodStart } from '../../analysis/calendar';
import { aliveAtNext, bgBb, type BgBbParams } from '../../analysis/models/bg-bb';
import {
  type Opportunities,
  opportunities,
  type Rounds,
  wholeRounds,
} from '../../analysis/models/opportunities';
import { groupHistory, type RepeatHistory } from '../../analysis/models/repeat-history';
import { LEAST_ROUNDS, MOST_REPEATED, usualRound } from '../../analysis/models/round-choice';
import { accuracy } from '../../analysis/models/validation/accuracy';
import { frequencyFit } from '../../analysis/models/validation/frequency-fit';
import { splitRounds } from '../../analysis/models/validation/rounds-holdout';
import type { Orders } from '../../analysis/orders';
import type { TimeUnit } from '../../analysis/time-unit';
import { weightedRanks } from '../../analysis/weighted-ranks';
import {
  type AliveMap,
  type CountedRounds,
  type Round,
  ROUNDS,
  type RoundsAnswer,
  type RoundsTest,
} from '../contract/rounds';

/** Fits name a unit of time; rounds are counted and have none, and nothing here depends on it. */
const UNIT: TimeUnit = 'year';
/** Rounds foretold. */
const NEXT = 5;
/** Numbers of rounds taken told apart: the last column takes more, too. */
const COLUMNS = 12;
/** Steps of the map each way at most; of longer histories, evenly spread rounds stand for all. */
const STEPS = 12;

interface Counted {
  round: Round;
  rounds: Rounds;
  seen: Opportunities;
}

/**
 * BG/BB over calendar rounds, step by step: of very many customers each takes a while.
 *
 * @param asked the length of a round; null for the one that fits best how these customers buy
 */
export function* roundsInSteps(
  orders: Orders,
  asked: Round | null,
): Generator<undefined, RoundsAnswer> {
  const counted: Counted[] = [];
  for (const round of ROUNDS) {
    const rounds = wholeRounds(orders, round);
    if (rounds) counted.push({ round, rounds, seen: opportunities(orders, rounds) });
    yield;
  }
  const lines = counted.map(({ round, rounds, seen }) => ({
    period: round,
    rounds: Math.max(0, rounds.last - rounds.first),
    repeated: seen.repeated / seen.taken,
    enough: rounds.last - rounds.first >= LEAST_ROUNDS,
  }));
  const wanted = asked ?? usualRound(lines);
  const chosen = counted.find(
    ({ round }) => round === wanted && lines.some((one) => one.period === round && one.enough),
  );
  if (!chosen) return { kind: 'none', lines, least: LEAST_ROUNDS };
  return { ...(yield* count(orders, chosen)), lines, least: LEAST_ROUNDS };
}

function* count(
  orders: Orders,
  { round, rounds, seen }: Counted,
): Generator<undefined, Omit<CountedRounds, 'lines' | 'least'>> {
  const { history, tooNew, taken, repeated } = seen;
  const grouped = groupHistory(history);
  yield;
  const fit = bgBb.fit(grouped, UNIT);
  yield;
  return {
    kind: 'counted',
    round,
    from: periodStart(rounds.first, round),
    to: periodEnd(rounds.last, round),
    cutTo: rounds.cut ? periodEnd(rounds.last + 1, round) : null,
    customers: history.count,
    tooNew,
    taken,
    repeated,
    suits: repeated <= MOST_REPEATED * taken,
    fit,
    outlook: fit.kind === 'fit' ? outlook(fit.params, grouped, rounds) : null,
    test: fit.kind === 'fit' ? yield* test(orders, rounds, fit.params) : null,
  };
}

function outlook(
  params: BgBbParams,
  history: RepeatHistory & { weight: Float64Array },
  { period, last }: Rounds,
): CountedRounds['outlook'] {
  const { alpha, beta, gamma, delta } = params;
  const longest = history.T.reduce((most, n) => Math.max(most, n), 0);
  const columns = Math.min(COLUMNS, longest);
  const until = Array.from({ length: NEXT + 1 }, (_, t) => expectedOfAll(params, history, t));
  return {
    buys: alpha / (alpha + beta),
    leaves: gamma / (gamma + delta),
    frequency: frequencyFit(bgBb, params, history, columns),
    more: columns < longest,
    next: Array.from({ length: NEXT }, (_, t) => ({
      from: periodStart(last + 1 + t, period),
      buyers: until[t + 1] - until[t],
    })),
    map: aliveMap(params, history),
  };
}

/** Rounds that all customers together are expected to take in the next t. */
function expectedOfAll(
  params: BgBbParams,
  { count: rows, x, tx, T, weight }: RepeatHistory & { weight: Float64Array },
  t: number,
): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    sum += weight[i] * bgBb.expectedPurchases(params, t, x[i], tx[i], T[i]);
  }
  return sum;
}

/** Of a customer who has been here as long as the median one, as the maps of the other models are. */
function aliveMap(params: BgBbParams, { x: taken, T, weight }: RepeatHistory): AliveMap {
  const n = Math.round(weightedRanks(T, weight).quantile(0.5));
  const most = Math.ceil(weightedRanks(taken, weight).quantile(0.99));
  const x = spread(Math.min(n, Math.max(1, most)));
  const tx = spread(n);
  return {
    n,
    x,
    tx,
    alive: tx.map((last) =>
      x.map((k) =>
        // Who took none has no last one, and who took one has.
        k <= last && k > 0 === last > 0 ? aliveAtNext(params, k, last, n) : null,
      ),
    ),
  };
}

/** Whole numbers from 0 to the last, all of them or `STEPS` steps. */
function spread(last: number): number[] {
  const steps = Math.min(STEPS, last);
  return Array.from({ length: steps + 1 }, (_, k) => Math.round((k * last) / steps));
}

/** @param near the fit to all rounds, which that to the calibration is not far from */
function* test(
  orders: Orders,
  rounds: Rounds,
  near: BgBbParams,
): Generator<undefined, RoundsTest | null> {
  const split = splitRounds(orders, rounds);
  if (!split) return null;
  const { history, horizon, taken, atSameShare } = split;
  yield;
  const fit = bgBb.fit(history, UNIT, {
    from: bgBb.parameters.map((name) => near[name as keyof BgBbParams]),
  });
  if (fit.kind === 'refusal') return null;
  yield;
  const predicted = history.x.map((x, i) =>
    bgBb.expectedPurchases(fit.params, horizon, x, history.tx[i], history.T[i]),
  );
  return {
    until: periodEnd(split.split, rounds.period),
    horizon,
    model: accuracy(taken, predicted),
    sameShare: accuracy(taken, atSameShare),
  };
}
