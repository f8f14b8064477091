import { maximise, type Curve, type Maximum, type SearchOptions } from '../numerics/newton';
import { spectral, symmetricEigen } from '../numerics/symmetric-eigen';
import type { Fit, FitOptions, ModelParameters } from './fit';
import type { ModelWarning } from './model-warning';
import type { TimeUnit } from '../time-unit';

/** Everything about a model that fitting it by maximum likelihood needs. */
export interface LikelihoodProblem<P extends ModelParameters> {
  model: string;
  unit: TimeUnit | null;
  names: readonly (keyof P & string)[];
  /** Value that each parameter exceeds; the search runs over ln(parameter - floor). */
  floors?: readonly number[];
  /** Log-likelihood with derivatives by the parameters themselves. */
  likelihood: (parameters: readonly number[]) => Curve;
  /** The same on a share of the rows, for the first, long part of the search. */
  rough?: { likelihood: (parameters: readonly number[]) => Curve; share: number };
  /** Parameters to start from; the best end is kept. */
  starts: readonly (readonly number[])[];
  /** Weak prior: independent normals on ln(parameter - floor), by median and standard deviation. */
  prior: { median: readonly number[]; spread: readonly number[] };
  customers: number;
  repeaters: number;
  /** Which of the two the model lives on, where it is only one of them. */
  counted?: 'customers' | 'repeaters';
}

/** Standard error of a log parameter beyond which it is doubtful, and beyond which it is unknown. */
const DOUBTFUL = 1;
const UNKNOWN = 2.5;
/** Distance of a log parameter from the prior's median beyond which it may be on its way to the end of its range. */
const FAR = 6;
/** Log-likelihood that no test would notice. */
const NO_GAIN = 1e-3;
/** Largest share of the information matrix's eigenvalues that still inverts reliably. */
const SINGULAR = 1e10;
/** Below these, a warning. */
const ADVISED_CUSTOMERS = 100;
const ADVISED_REPEATERS = 50;

/**
 * Fits a model: Newton's search over log parameters from every start, on the sample and then on all;
 * standard errors from the exact Hessian. Where the likelihood alone cannot identify the parameters
 * (a parameter runs off, the information matrix is near singular) and `estimator` allows it, the maximum
 * of likelihood times weak prior is given instead, and a warning says so and why.
 */
export function fitByLikelihood<P extends ModelParameters>(
  problem: LikelihoodProblem<P>,
  options: FitOptions = {},
): Fit<P> {
  const { estimator = 'auto' } = options;
  const floors = problem.floors ?? problem.names.map(() => 0);
  const toLog = (theta: readonly number[]): number[] =>
    theta.map((v, i) => Math.log(v - floors[i]));
  const inLogs =
    (likelihood: (theta: readonly number[]) => Curve) =>
    (u: readonly number[]): Curve =>
      chain(likelihood(u.map((v, i) => floors[i] + Math.exp(v))), u);
  const likelihood = inLogs(problem.likelihood);
  const rough = problem.rough && inLogs(grown(problem.rough));
  const starts = (options.from ? [options.from] : problem.starts).map(toLog);
  const centre = toLog(problem.prior.median);
  const withPrior = (f: typeof likelihood) => (u: readonly number[]) =>
    addPrior(f(u), u, centre, problem.prior.spread);

  const warnings: ModelWarning[] = sizeWarnings(problem);
  let maximum: Maximum;
  let used: 'mle' | 'map' = 'mle';
  if (estimator === 'map') {
    maximum = best(withPrior(likelihood), rough && withPrior(rough), starts);
    used = 'map';
    warnings.push({ code: 'prior-used', because: 'asked' });
  } else {
    const wait = estimator === 'auto' ? { givenUp: runningOff(centre) } : {};
    maximum = best(likelihood, rough, starts, wait);
    const trouble = diagnose(maximum, problem.names, centre);
    warnings.push(...trouble.warnings);
    if (trouble.because !== null && estimator === 'auto') {
      // What the prior holds together has its top not far from the prior's own.
      maximum = best(withPrior(likelihood), rough && withPrior(rough), [...starts, centre], {}, [
        centre,
      ]);
      used = 'map';
      warnings.push({ code: 'prior-used', because: trouble.because });
    }
  }
  if (!maximum.converged) {
    const { iterations, gradientNorm } = maximum;
    warnings.push({ code: 'not-converged', iterations, gradientNorm });
  }
  const logLikelihood = used === 'mle' ? maximum.curve.value : likelihood(maximum.at).value;
  return report(problem, floors, maximum, logLikelihood, used, warnings);
}

/** Rows of a sample worth beginning the search with: a tenth, `most` at most; null where that is hardly fewer. */
export function roughSize(rows: number, most = 10_000): number | null {
  const size = Math.min(most, Math.max(1000, Math.floor(rows / 10)));
  return rows > 2 * size ? size : null;
}

/** As if the rest were like the sample, so that a prior weighs what it weighs beside everyone. */
function grown({ likelihood, share }: NonNullable<LikelihoodProblem<never>['rough']>) {
  return (theta: readonly number[]): Curve => {
    const { value, gradient, hessian } = likelihood(theta);
    return {
      value: value / share,
      gradient: gradient.map((g) => g / share),
      hessian: hessian.map((row) => row.map((h) => h / share)),
    };
  };
}

/** Derivatives by u = ln(theta - floor) from those by theta. */
function chain(curve: Curve, u: readonly number[]): Curve {
  const scale = u.map(Math.exp);
  return {
    value: curve.value,
    gradient: curve.gradient.map((g, i) => g * scale[i]),
    hessian: curve.hessian.map((row, i) =>
      row.map((h, j) => h * scale[i] * scale[j] + (i === j ? curve.gradient[i] * scale[i] : 0)),
    ),
  };
}

function addPrior(
  curve: Curve,
  u: readonly number[],
  centre: readonly number[],
  spread: readonly number[],
): Curve {
  const z = u.map((v, i) => (v - centre[i]) / spread[i]);
  return {
    value: curve.value - z.reduce((sum, v) => sum + (v * v) / 2, 0),
    gradient: curve.gradient.map((g, i) => g - z[i] / spread[i]),
    hessian: curve.hessian.map((row, i) =>
      row.map((h, j) => (i === j ? h - 1 / spread[i] ** 2 : h)),
    ),
  };
}

/**
 * Highest of the maxima found from the starts; a sample finds a start near the end where it can.
 *
 * @param roughStarts what the search on the sample starts from
 */
function best(
  f: (u: readonly number[]) => Curve,
  rough: ((u: readonly number[]) => Curve) | undefined,
  starts: readonly (readonly number[])[],
  options: SearchOptions = {},
  roughStarts = starts,
): Maximum {
  if (rough) {
    const near = promising(rough, roughStarts, options);
    const final = near.converged || near.givenUp ? maximise(f, near.at, options) : null;
    if (final && (final.converged || final.givenUp)) {
      return { ...final, iterations: near.iterations + final.iterations };
    }
  }
  return starts.map((start) => maximise(f, start, options)).reduce(higher);
}

/** Steps after which it shows which of several starts leads highest. */
const TRIAL = 5;

/** The maximum found from the start that has come highest after some steps. */
function promising(
  f: (u: readonly number[]) => Curve,
  starts: readonly (readonly number[])[],
  options: SearchOptions,
): Maximum {
  const tried = starts
    .map((start) => maximise(f, start, { ...options, maxIterations: TRIAL }))
    .reduce(higher);
  return tried.converged || tried.givenUp ? tried : maximise(f, tried.at, options);
}

function higher(a: Maximum, b: Maximum): Maximum {
  return b.curve.value > a.curve.value ? b : a;
}

/** What is wrong with a maximum, and whether it is wrong enough to need a prior. */
function diagnose(
  maximum: Maximum,
  names: readonly string[],
  centre: readonly number[],
): {
  warnings: ModelWarning[];
  because: 'boundary' | 'near-singular' | 'not-converged' | null;
} {
  const warnings: ModelWarning[] = [];
  const { errors, conditionNumber } = precision(maximum.curve);
  let boundary = false;
  for (const [i, parameter] of names.entries()) {
    const away = maximum.at[i] - centre[i];
    if (ranOff(away, errors[i])) {
      boundary = true;
      const towards = away > 0 ? 'infinity' : 'zero';
      warnings.push({ code: 'parameter-at-boundary', parameter, towards });
    } else if (errors[i] > DOUBTFUL && Number.isFinite(errors[i])) {
      warnings.push({ code: 'weakly-identified', parameter, standardErrorOfLog: errors[i] });
    }
  }
  const singular = conditionNumber > SINGULAR || errors.some((error) => error > UNKNOWN);
  if (singular) warnings.push({ code: 'near-singular', conditionNumber });
  if (boundary) return { warnings, because: 'boundary' };
  if (singular) return { warnings, because: 'near-singular' };
  return { warnings, because: maximum.converged ? null : 'not-converged' };
}

/** Standard errors of the log parameters, and how near the information matrix is to singular. */
function precision({ hessian }: Curve): { errors: number[]; conditionNumber: number } {
  const eigen = symmetricEigen(hessian.map((row) => row.map((h) => -h)));
  const smallest = Math.min(...eigen.values);
  if (!(smallest > 0)) return { errors: hessian.map(() => Infinity), conditionNumber: Infinity };
  return {
    errors: spectral(eigen, (value) => 1 / value).map((row, i) => Math.sqrt(row[i])),
    conditionNumber: Math.max(...eigen.values) / smallest,
  };
}

/** Whether a log parameter so far from the prior's median is on its way to the end of its range. */
function ranOff(away: number, error: number): boolean {
  return Math.abs(away) > FAR && error > DOUBTFUL;
}

/** Given up once a parameter has run off and nothing is left to gain: the likelihood's ridge has no top. */
function runningOff(centre: readonly number[]): NonNullable<SearchOptions['givenUp']> {
  return (at, curve, gain) => {
    if (gain > NO_GAIN) return false;
    const { errors } = precision(curve);
    return at.some((u, i) => ranOff(u - centre[i], errors[i]));
  };
}

function sizeWarnings(problem: {
  customers: number;
  repeaters: number;
  counted?: 'customers' | 'repeaters';
}): ModelWarning[] {
  const { customers, repeaters, counted } = problem;
  const warnings: ModelWarning[] = [];
  if (customers < ADVISED_CUSTOMERS && counted !== 'repeaters') {
    warnings.push({ code: 'few-customers', customers, advised: ADVISED_CUSTOMERS });
  }
  if (repeaters < ADVISED_REPEATERS && counted !== 'customers') {
    warnings.push({ code: 'few-repeaters', repeaters, advised: ADVISED_REPEATERS });
  }
  if (repeaters === customers && counted === undefined) {
    warnings.push({ code: 'no-one-time-buyers' });
  }
  return warnings;
}

function report<P extends ModelParameters>(
  problem: LikelihoodProblem<P>,
  floors: readonly number[],
  maximum: Maximum,
  logLikelihood: number,
  estimator: 'mle' | 'map',
  warnings: ModelWarning[],
): Fit<P> {
  const { model, unit, names, customers, repeaters } = problem;
  const scale = maximum.at.map(Math.exp);
  const eigen = symmetricEigen(maximum.curve.hessian.map((row) => row.map((h) => -h)));
  const floorValue = 1e-14 * Math.max(...eigen.values.map(Math.abs), Number.MIN_VALUE);
  const covarianceLog = spectral(eigen, (value) => 1 / Math.max(value, floorValue));
  const covariance = covarianceLog.map((row, i) => row.map((c, j) => c * scale[i] * scale[j]));
  const named = (values: readonly number[]): P =>
    Object.fromEntries(names.map((name, i) => [name, values[i]])) as P;
  return {
    kind: 'fit',
    model,
    unit,
    params: named(scale.map((value, i) => floors[i] + value)),
    standardErrors: named(covariance.map((row, i) => Math.sqrt(row[i]))),
    covariance,
    covarianceLog,
    floors: [...floors],
    logLikelihood,
    aic: 2 * names.length - 2 * logLikelihood,
    bic: names.length * Math.log(customers) - 2 * logLikelihood,
    customers,
    repeaters,
    iterations: maximum.iterations,
    gradientNorm: maximum.gradientNorm,
    estimator,
    warnings,
  };
}
