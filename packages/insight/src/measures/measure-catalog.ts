import { cycleMs } from './cycle-ms.ts';
import { dispatchWaitMs } from './dispatch-wait-ms.ts';
import { firstResponseMs } from './first-response-ms.ts';
import type { Measure } from './measure.ts';
import { onTimeShare } from './on-time-share.ts';
import { overrideShare } from './override-share.ts';
import { reviewShare } from './review-share.ts';
import { urgeShare } from './urge-share.ts';

/** The built-in measures, in the order they are shown. */
export const measureCatalog: readonly Measure[] = [
  firstResponseMs,
  dispatchWaitMs,
  cycleMs,
  onTimeShare,
  urgeShare,
  reviewShare,
  overrideShare,
];
