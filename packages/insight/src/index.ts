export type { WorkOrderFacts } from './events/fold-work-order.ts';
export { foldWorkOrder } from './events/fold-work-order.ts';
export type { LoggedDecision, WorkOrderLog } from './events/work-order-log.ts';
export { computeMeasures } from './measures/compute-measures.ts';
export type { Figure } from './measures/measure.ts';
export type { HeatMap, HeatMapCell, HeatMapInput } from './organisation/root-cause-heat-map.ts';
export { rootCauseHeatMap } from './organisation/root-cause-heat-map.ts';
