export { type Coverage, mergeCoverage } from './coverage.ts';
export type { DeliveryTable } from './delivery-table.ts';
export type { Frame, FrameEvent } from './frame.ts';
export { runTrial } from './run-trial.ts';
export type {
  Act,
  EarlierWorkOrder,
  Elapsed,
  Expect,
  Scenario,
  StandIn,
  StandInAnswer,
  TrialCustomer,
  TrialPerson,
} from './scenario.ts';
export type { Judged, Story } from './story.ts';
export { tellStory } from './tell-story.ts';
export type { World } from './world.ts';
