import type { Text } from '@paidan/engine/issue';
import type { WorkOrderFacts } from '../events/fold-work-order.ts';

/** One figure: who counts, what is counted, and the smallest sample it is shown for. */
export interface Measure {
  readonly id: string;
  readonly title: Text;
  readonly definition: Text;
  readonly unit: 'ms' | 'share';
  readonly minimum: number;
  /** Milliseconds, a yes or no, or `undefined` for a work order outside the population. */
  readonly of: (facts: WorkOrderFacts) => number | boolean | undefined;
}

/** A figure with its sample size and 95 % interval. Without `value` the sample is too small: 样本不足. */
export interface Figure {
  readonly id: string;
  readonly title: Text;
  readonly definition: Text;
  readonly unit: 'ms' | 'share';
  readonly n: number;
  readonly value?: number;
  readonly interval?: readonly [number, number];
}
