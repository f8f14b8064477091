/**
 * Doubts about a fit, as codes and facts; the page turns them into words.
 *
 * A fit never hides trouble: whatever a careful analyst would add in a footnote is one of these.
 */
export type ModelWarning =
  /** So few customers that estimates are little more than the pattern of a handful of people. */
  | { code: 'few-customers'; customers: number; advised: number }
  /** Repeat purchases carry the information; there are few. */
  | { code: 'few-repeaters'; repeaters: number; advised: number }
  /** Maximum likelihood pushed a parameter towards zero or infinity. */
  | { code: 'parameter-at-boundary'; parameter: string; towards: 'zero' | 'infinity' }
  /** The likelihood is nearly flat in `parameter`: standard error of its logarithm. */
  | { code: 'weakly-identified'; parameter: string; standardErrorOfLog: number }
  /** The information matrix could not be inverted reliably (its eigenvalues, largest over smallest). */
  | { code: 'near-singular'; conditionNumber: number }
  /** The estimates are the maximum of likelihood times a weak prior, not of the likelihood alone. */
  | { code: 'prior-used'; because: 'asked' | 'boundary' | 'near-singular' | 'not-converged' }
  /** A simpler model says as much with fewer parameters (AIC of both). */
  | { code: 'simpler-model-suffices'; simpler: string; aic: number; simplerAic: number }
  /** The search stopped before the gradient vanished. */
  | { code: 'not-converged'; iterations: number; gradientNorm: number }
  /** Every customer bought again: nothing tells how many do not. */
  | { code: 'no-one-time-buyers' }
  /** Rows left out of a spend model because their mean spend is not positive. */
  | { code: 'non-positive-spend'; zero: number; negative: number }
  /** Frequency and spend go together, which Gamma-Gamma assumes they do not. */
  | { code: 'spend-depends-on-frequency'; pearson: number; spearman: number; pValue: number }
  /** q close to 1: the spread of mean spend has no finite variance, the population mean is unsure. */
  | { code: 'heavy-tailed-spend'; q: number };

/** Why a model gave no fit at all. */
export type RefusalReason =
  /** There is no customer to learn from. */
  | 'no-customers'
  /** Nobody bought twice: every purchase rate would fit. */
  | 'no-repeat-purchases'
  /** Everybody bought first on the last day observed. */
  | 'no-time-observed'
  /** Nobody has a mean spend above zero. */
  | 'no-positive-spend'
  /** A history breaks 0 <= t_x <= T, x whole and >= 0, all finite; `at` is the first such row. */
  | 'invalid-history'
  /** The model needs whole numbers of opportunities, x <= t_x <= T. */
  | 'not-whole-opportunities';
