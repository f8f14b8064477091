import type { DiscountCohorts } from '../../analysis/retention/discount-cohorts';
import type { Triangle } from '../../analysis/retention/triangle';

export interface RetentionAnswer {
  triangle: Triangle;
}

/** Cohorts acquired at a discount against those at full price; null where no discount was mapped. */
export type DiscountAnswer = DiscountCohorts | null;
