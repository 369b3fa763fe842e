import type { CommitInput } from '../../store/commit-input.ts';
import type { DrivenHistory } from './drive-history.ts';
import type { ReadyMap } from './ready-map.ts';
import type { RefusedRow } from './refused-row.ts';

/** Ours against the log's, over the work orders whose figure the log states. */
export interface Comparison {
  readonly name: string;
  readonly ours: number;
  readonly logs: number;
  /** Work orders where both say the same, of all compared. */
  readonly agree: number;
  readonly compared: number;
}

/** How often something happened, by its name. */
export type Counts = { readonly [name: string]: number };

/** What an import did, in figures. */
export interface ImportTally {
  readonly workOrders: { readonly fresh: number; readonly same: number; readonly refused: number };
  /** Events the rows recorded and the decisions took in, by event. */
  readonly events: Counts;
  /** Recorded events that were refused, by event and code. */
  readonly refusedEvents: Counts;
  /** Timers and rungs that fell due on the way. */
  readonly timeEvents: number;
  /** Rows that were not taken in, by cause. */
  readonly refusedRows: Counts;
  readonly comparisons: readonly Comparison[];
}

export interface Tallying {
  addSame(): void;
  addRefused(rows: readonly RefusedRow[], isWhole: boolean): void;
  addDriven(driven: DrivenHistory): void;
  tally(): ImportTally;
}

type Mutable<Of> = { -readonly [Key in keyof Of]: Of[Key] };

export function openTally(ready: ReadyMap): Tallying {
  const workOrders = { fresh: 0, same: 0, refused: 0 };
  const events = new Map<string, number>();
  const refusedEvents = new Map<string, number>();
  const refusedRows = new Map<string, number>();
  const comparisons: Mutable<Comparison>[] = ready.compare.map(({ name }) => ({
    ...{ name, ours: 0, logs: 0, agree: 0, compared: 0 },
  }));
  let timeEvents = 0;
  const addDecision = ({ event, decision }: CommitInput) => {
    if (decision.kind === 'refused' || event.kind === 'start' || event.kind === 'cancelByParent') return;
    if (event.kind === 'timerDue' || event.kind === 'rungDue') timeEvents += 1;
    else count(events, event.kind === 'send' ? event.event : event.kind);
  };
  return {
    addSame: () => {
      workOrders.same += 1;
    },
    addRefused: (refused, isWhole) => {
      for (const { cause } of refused) count(refusedRows, cause);
      if (isWhole) workOrders.refused += 1;
    },
    addDriven: (driven) => {
      workOrders.fresh += 1;
      for (const decision of driven.decisions) addDecision(decision);
      for (const { event, issues } of driven.refusals) {
        count(refusedEvents, `${event} ${issues[0]?.code ?? ''}`);
      }
      for (const [index, { name, read }] of ready.compare.entries()) {
        const logs = read({ last: driven.history.last });
        const into = comparisons[index];
        if (into !== undefined) compareInto(into, figureOf(name, driven), logs);
      }
    },
    tally: () => ({
      ...{ workOrders: { ...workOrders }, timeEvents, comparisons },
      events: Object.fromEntries(events),
      refusedEvents: Object.fromEntries(refusedEvents),
      refusedRows: Object.fromEntries(refusedRows),
    }),
  };
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function compareInto(into: Mutable<Comparison>, ours: number | undefined, said: unknown): void {
  const logs = typeof said === 'boolean' ? Number(said) : said;
  if (ours === undefined || typeof logs !== 'number') return;
  into.compared += 1;
  into.ours += ours;
  into.logs += logs;
  if (ours === logs) into.agree += 1;
}

/**
 * Our figure of a comparison, from the entries of what the log saw: `overdue` is 1 when a clock ran out, `reassignments`
 * counts the event `transferred`, or assignments after the first where nothing was transferred, `reopenings` the event
 * `reopened`. Any other name has no figure of ours.
 */
function figureOf(name: string, { decisions, inLog }: DrivenHistory): number | undefined {
  const entries = decisions
    .slice(0, inLog)
    .flatMap(({ decision }) => (decision.kind === 'moved' ? decision.entries : []));
  const heard = (event: string) =>
    entries.filter((entry) => entry.kind === 'event-heard' && entry.event === event).length;
  switch (name) {
    case 'overdue':
      return Number(entries.some((entry) => entry.kind === 'clock-breached'));
    case 'reassignments':
      return (
        heard('transferred') || Math.max(0, entries.filter((entry) => entry.kind === 'assigned').length - 1)
      );
    case 'reopenings':
      return heard('reopened');
    default:
      return undefined;
  }
}
