import { percent } from '../../text/format';

/** A share as findings tell it, to three significant figures: "14.6%", "7.67%", "0.412%". */
export function findingShare(share: number | null | undefined): string | null {
  if (share === null || share === undefined || share === 0) return percent(share);
  return percent(share, Math.min(4, Math.max(1, -Math.floor(Math.log10(Math.abs(share))))));
}
