import type { SegmentMap } from './segment-map';

/** Codes R, F, M of quartile scores, as PyMC-Marketing's `rfm_segments` assigns them; the rest is Other. */
const CODES = {
  Premium: '333 334 343 344 433 434 443 444',
  Repeat: '143 232 233 234 243 244 332',
  'Top Spender': '124 133 134 144 224 313 314 323 324 413 414 423 424',
  'At Risk': '122 123 132 212 214 222 223 312 322 412 422',
  Inactive: '111 112 113 114 211 311 411',
} as const;

const NAMES = [...Object.keys(CODES), 'Other'];
const SEGMENT_OF = new Map(
  Object.values(CODES).flatMap((codes, segment) =>
    codes.split(' ').map((code) => [code, segment] as const),
  ),
);

/** The 64 codes of quartile scores in six segments. */
export const pymcMarketingMap: SegmentMap = {
  id: 'pymc-marketing',
  bins: 4,
  names: NAMES,
  readsMoney: true,
  priority: null,
  segment: (r, f, m) => SEGMENT_OF.get(`${r}${f}${m}`) ?? NAMES.length - 1,
};
