import type { Curve } from '../numerics/newton';
import { risingFactorials } from '../numerics/rising-factorial';
import type { BetaGeometricData } from './beta-geometric-data';

/**
 * Log-likelihood of BG/NBD [Fader, Hardie & Lee 2005, eq. 6] or MBG/NBD [Batislam et al. 2007] with its
 * exact first and second derivatives by (r, alpha, a, b).
 *
 * With d = 0 for BG/NBD and 1 for MBG/NBD (one more chance to leave, after the first purchase), a
 * customer's term is
 *
 *   ln (r)_x + ln [(b)_(x+d) / (a+b)_(x+d)] - x ln alpha - (r + x) ln(1 + T/alpha) + softplus(eta),
 *   eta = ln a - ln(b + x - 1 + d) + (r + x) ln[(alpha + T) / (alpha + t_x)],
 *
 * the softplus only where the customer may have left; its derivative is 1 - P(alive). No log-gamma
 * is needed, and nothing cancels when r and alpha grow without bound.
 */
export function betaGeometricCurve(
  data: BetaGeometricData,
  [r, alpha, a, b]: readonly number[],
  d: 0 | 1,
): Curve {
  const rates = rateTerms(data, r, alpha);
  const drops = dropoutTerms(data, a, b, d);
  const left = departureTerms(data, r, alpha, a, b, d);
  return {
    value: rates.value + drops.value + left.value,
    gradient: [
      rates.gradient[0] + left.gradient[0],
      rates.gradient[1] + left.gradient[1],
      drops.gradient[0] + left.gradient[2],
      drops.gradient[1] + left.gradient[3],
    ],
    hessian: left.hessian.map((row, i) =>
      row.map((value, j) => {
        if (i < 2 && j < 2) return value + rates.hessian[i][j];
        return i >= 2 && j >= 2 ? value + drops.hessian[i - 2][j - 2] : value;
      }),
    ),
  };
}

/** Sum of ln (r)_x - x ln alpha - (r + x) ln(1 + T/alpha): the NBD part, from histograms alone. */
export function rateTerms(
  data: Pick<BetaGeometricData, 'byX' | 'times' | 'customersAt' | 'purchasesAt'>,
  r: number,
  alpha: number,
): Curve {
  const { byX, times, customersAt, purchasesAt } = data;
  const rising = risingFactorials(r, byX.length - 1);
  const logAlpha = Math.log(alpha);
  let value = 0;
  let gr = 0;
  let ga = 0;
  let hrr = 0;
  let hra = 0;
  let haa = 0;
  for (let x = 0; x < byX.length; x++) {
    value += byX[x] * (rising.log[x] - x * logAlpha);
    gr += byX[x] * rising.first[x];
    hrr += byX[x] * rising.second[x];
  }
  for (let k = 0; k < times.length; k++) {
    const n = customersAt[k];
    if (n === 0) continue;
    const T = times[k];
    const purchases = purchasesAt[k];
    const log = Math.log1p(T / alpha);
    const rate = 1 / (alpha + T);
    value -= (r * n + purchases) * log;
    gr -= n * log;
    ga += ((r * n * T - purchases * alpha) * rate) / alpha;
    hra += (n * T * rate) / alpha;
    haa += (r * n + purchases) * rate * rate - (r * n) / (alpha * alpha);
  }
  return {
    value,
    gradient: [gr, ga],
    hessian: [
      [hrr, hra],
      [hra, haa],
    ],
  };
}

/** Sum of ln [(b)_(x+d) / (a+b)_(x+d)], by (a, b). */
function dropoutTerms(data: BetaGeometricData, a: number, b: number, d: 0 | 1): Curve {
  const { byX } = data;
  const stay = risingFactorials(b, byX.length);
  const all = risingFactorials(a + b, byX.length);
  let value = 0;
  let ga = 0;
  let gb = 0;
  let haa = 0;
  let hbb = 0;
  for (let x = 0; x < byX.length; x++) {
    const n = byX[x];
    value += n * (stay.log[x + d] - all.log[x + d]);
    ga -= n * all.first[x + d];
    gb += n * (stay.first[x + d] - all.first[x + d]);
    haa -= n * all.second[x + d];
    hbb += n * (stay.second[x + d] - all.second[x + d]);
  }
  return {
    value,
    gradient: [ga, gb],
    hessian: [
      [haa, haa],
      [haa, hbb],
    ],
  };
}

/** Sum of softplus(eta) over those who may have left. The inner loop of every fit. */
function departureTerms(
  data: BetaGeometricData,
  r: number,
  alpha: number,
  a: number,
  b: number,
  d: 0 | 1,
): Curve {
  const { times, rows, x, atTx, atT, weight } = data;
  const log = new Float64Array(times.length);
  const inverse = new Float64Array(times.length);
  for (let k = 0; k < times.length; k++) {
    log[k] = Math.log1p(times[k] / alpha);
    inverse[k] = 1 / (alpha + times[k]);
  }
  const odds = new Float64Array(data.byX.length);
  const stay = new Float64Array(data.byX.length);
  for (let n = 1 - d; n < odds.length; n++) {
    odds[n] = Math.log(a / (b + n - 1 + d));
    stay[n] = 1 / (b + n - 1 + d);
  }
  let value = 0;
  // A running product of 1 + e^-|eta| needs one logarithm per thousand rows instead of one each.
  let product = 1;
  let [s1, sr, sa, sb] = [0, 0, 0, 0];
  let [v1, rr, ra, rb, ab, bb] = [0, 0, 0, 0, 0, 0];
  let [rAlpha, alphaAlpha, alphaA, alphaB] = [0, 0, 0, 0];
  for (let i = 0; i < rows; i++) {
    const n = x[i];
    const later = atT[i];
    const last = atTx[i];
    const y = r + n;
    const D = log[later] - log[last];
    const eta = odds[n] + y * D;
    const e = Math.exp(-Math.abs(eta));
    const w = weight ? weight[i] : 1;
    if (w === 1) {
      product *= 1 + e;
      if (product > 1e300) {
        value += Math.log(product);
        product = 1;
      }
    } else value += w * Math.log1p(e);
    if (eta > 0) value += w * eta;
    const p = 1 / (1 + e);
    const gone = w * (eta > 0 ? p : e * p);
    const v = w * e * p * p;
    const E = inverse[later] - inverse[last];
    const F = -E * (inverse[later] + inverse[last]);
    const yE = y * E;
    const c = stay[n];
    s1 += gone;
    sr += gone * D;
    sa += gone * yE;
    sb += gone * c;
    v1 += v;
    rr += v * D * D;
    ra += v * D;
    rb += v * D * c;
    rAlpha += gone * E + v * D * yE;
    alphaAlpha += gone * y * F + v * yE * yE;
    alphaA += v * yE;
    alphaB += v * yE * c;
    ab += v * c;
    bb += (gone + v) * c * c;
  }
  value += Math.log(product);
  return {
    value,
    gradient: [sr, sa, s1 / a, -sb],
    hessian: [
      [rr, rAlpha, ra / a, -rb],
      [rAlpha, alphaAlpha, alphaA / a, -alphaB],
      [ra / a, alphaA / a, (v1 - s1) / (a * a), -ab / a],
      [-rb, -alphaB, -ab / a, bb],
    ],
  };
}
