import { type JsonObject, readPointer } from '@paidan/engine/issue';
import type { SystemName } from '../stand-ins/start-stand-ins.ts';
import type { StoryGround } from './story-ground.ts';

interface Decision {
  readonly seq: number;
  readonly at: string;
  readonly actor: { readonly id: string };
  readonly event: JsonObject;
  readonly entries: readonly JsonObject[];
  readonly hash: string;
}

/** Reads both workflows of the story, and nothing of it is hidden from them. */
const auditor = 'service-manager';

/** What the journal of one work order says, in the shapes stories compare. */
export interface Audit {
  readonly decisions: readonly Decision[];
  /** `actor event about-what` in order; how effects went is in `settled`, because two at once end in either order. */
  readonly trail: readonly string[];
  readonly settled: readonly string[];
  /** Steps in the order they were entered. */
  readonly steps: readonly string[];
  /** Whether nothing is missing between the first decision and the last, each with a link of its own. */
  readonly isWhole: boolean;
  entries(kind: string): readonly JsonObject[];
}

export async function auditOf(ground: StoryGround, id: string): Promise<Audit> {
  const decisions = await ground.as(auditor).get<readonly Decision[]>(`/work-orders/${id}/journal`);
  const all = decisions.flatMap(({ entries }) => entries);
  const entries = (kind: string) => all.filter((entry) => entry['kind'] === kind);
  const links = new Set(decisions.map(({ hash }) => hash));
  return {
    decisions,
    trail: decisions.filter(({ event }) => event['kind'] !== 'settled').map(lineOf),
    settled: entries('effect-settled')
      .map(({ name, outcome }) => `${name} ${outcome}`)
      .sort(),
    steps: entries('step-entered').map(({ step }) => String(step)),
    isWhole:
      links.size === decisions.length &&
      decisions.every(({ seq, hash }, index) => seq === index + 1 && /^[0-9a-f]{64}$/.test(hash)),
    entries,
  };
}

function lineOf({ actor, event }: Decision): string {
  const { kind, proof, alternative, rung, clock, timer, step, listener } = event;
  const about = [alternative ?? proof ?? (kind === 'rungDue' ? `${clock} ${rung}` : undefined)];
  const [first] = [...about, rung, timer, listener, event['event'], step].filter((one) => one !== undefined);
  const who = actor.id.startsWith('customer:') ? 'customer' : actor.id;
  return [who, kind, first].filter((one) => one !== undefined).join(' ');
}

/** A request an outside system has received. */
export interface Received {
  readonly at: string;
  readonly line: string;
  readonly body: unknown;
  readonly key?: string;
  readonly delivery: string;
}

/** Requests one outside system has received, in the order of their delivery ids. */
export function receivedBy({ standIns }: StoryGround, system: SystemName, line = ''): readonly Received[] {
  return standIns.systems[system]
    .calls()
    .map(({ at, method, path, headers, body }) => {
      const key = headers['idempotency-key'];
      return {
        ...{ at, line: `${method} ${path}`, body: body === '' ? undefined : JSON.parse(body) },
        ...(key === undefined ? {} : { key }),
        delivery: headers['paidan-delivery-id'] ?? '',
      };
    })
    .filter((call) => call.line.startsWith(line));
}

/** Texts the customer's phone has received, oldest first. */
export function messagesTo(ground: StoryGround): readonly string[] {
  const bodies = receivedBy(ground, 'sms').map(({ body }) => body as JsonObject);
  return bodies.map((body) => `${readPointer(body, '/to')} ${readPointer(body, '/text')}`);
}
