export type { DecisionStream } from './decision-stream.ts';
export type { DurableTrack } from './durable-track.ts';
export { openDurableTrack } from './durable-track.ts';
