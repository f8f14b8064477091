import { GROUP_TINTS, type GroupCurve } from '../../../charts/group-curves/layout';
import { survival_model, survival_model_of } from '../../../text/paraglide/messages';
import type {
  SurvivalCurves,
  SurvivalLine,
  SurvivalProjection,
} from '../../../worker/contract/survival';
import { labelName } from './survival-words';

/** Days from one renewal to the next, on average. */
export const RENEWAL_DAYS = { week: 7, month: 365.25 / 12, quarter: 365.25 / 4, year: 365.25 };

/** The lines shown: everyone, or each group. */
export function shownLines({ all, groups }: SurvivalCurves): SurvivalLine[] {
  return groups.length > 0 ? groups : [all];
}

/** Kaplan-Meier steps with their bands, and over them, dashed, what sBG says up to its horizon. */
export function survivalCurves(answer: SurvivalCurves): GroupCurve[] {
  const lines = shownLines(answer);
  const alone = lines.length === 1;
  return [
    ...lines.map((line, i): GroupCurve => ({
      name: labelName(line.label),
      tint: alone ? 'accent' : GROUP_TINTS[i],
      stepped: true,
      points: [
        { x: 0, y: 1, low: 1, high: 1 },
        ...Array.from(line.time, (x, k) => ({
          x,
          y: line.survival[k],
          low: line.lower[k],
          high: line.upper[k],
        })),
      ],
    })),
    ...answer.projections.flatMap((projection, i) =>
      projectionCurve(projection, alone, i, answer.renewal),
    ),
  ];
}

function projectionCurve(
  { label, survival }: SurvivalProjection,
  alone: boolean,
  place: number,
  renewal: SurvivalCurves['renewal'],
): GroupCurve[] {
  if (!survival) return [];
  return [
    {
      name: alone ? survival_model() : survival_model_of({ name: labelName(label) }),
      tint: alone ? 'model' : GROUP_TINTS[place],
      dashed: true,
      stepped: true,
      points: Array.from(survival, (y, t) => ({ x: t * RENEWAL_DAYS[renewal], y })),
    },
  ];
}
