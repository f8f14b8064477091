import type { Triangle } from '../../analysis/retention/triangle';

export interface RetentionAnswer {
  triangle: Triangle;
}
