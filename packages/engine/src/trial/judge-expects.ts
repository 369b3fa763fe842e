import { canonicalJson } from '../canonical/canonical-json.ts';
import { activeSteps } from '../decide/configuration.ts';
import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import { readPointer } from '../issue/json-pointer.ts';
import { elapsedMs } from '../time/add-duration.ts';
import { addMs } from '../time/instant.ts';
import type { Frame } from './frame.ts';
import type { MemoryHost } from './memory-host.ts';
import { effectiveCalls } from './outside.ts';
import { workOrderOf } from './perform-act.ts';
import type { Expect } from './scenario.ts';
import type { Judged } from './story.ts';

/** Whether one expectation holds now. */
export function judgeExpect(host: MemoryHost, id: string, expect: Expect): Judged {
  const { expected, found, holds = sameJson(expected, found) } = look(host, expect);
  return { id, holds, expected, found };
}

interface Looked {
  readonly expected: Json;
  readonly found: Json;
  readonly holds?: boolean;
}

function look(host: MemoryHost, expect: Expect): Looked {
  if ('calls' in expect) {
    return { expected: expect.effective, found: effectiveCalls(host.outside, expect.calls) };
  }
  if ('refused' in expect) return refusals(host, expect);
  if ('entry' in expect) return entries(host, expect);
  const snapshot = workOrderOf(host, expect)?.snapshot;
  if (snapshot === undefined) return { expected: true, found: null };
  if ('clock' in expect) {
    return { expected: expect.state, found: snapshot.clocks[expect.clock]?.state ?? null };
  }
  if ('stands' in expect) {
    const steps = activeSteps(snapshot.configuration);
    return { expected: expect.stands, found: steps.join(' + '), holds: steps.includes(expect.stands) };
  }
  if ('outcome' in expect) {
    const at = expect.step === undefined ? '' : ` @ ${activeSteps(snapshot.configuration).join(' + ')}`;
    const expected = expect.outcome + (expect.step === undefined ? '' : ` @ ${expect.step}`);
    return { expected, found: `${snapshot.outcome ?? snapshot.status}${at}` };
  }
  const value = readPointer(snapshot.record, expect.record) ?? null;
  return expect.equals === undefined
    ? { expected: expect.record, found: value, holds: value !== null }
    : { expected: expect.equals, found: value };
}

function refusals({ frames }: MemoryHost, expect: Extract<Expect, { refused: string }>): Looked {
  const codes = frames.flatMap(({ act, issues }) =>
    act === expect.refused ? issues.map(({ code }) => code) : [],
  );
  return {
    expected: expect.code,
    found: codes.join(', '),
    holds: codes.some((code) => code === expect.code),
  };
}

/** Entries that have at least these members; `within` counts from the first decision. */
function entries(host: MemoryHost, expect: Extract<Expect, { entry: JsonObject }>): Looked {
  const workOrderId = workOrderOf(host, expect)?.snapshot.workOrderId;
  const [first] = host.frames;
  const until =
    expect.within === undefined || first === undefined
      ? undefined
      : addMs(first.at, elapsedMs(expect.within));
  const found = host.frames
    .filter((frame) => frame.workOrderId === workOrderId && (until === undefined || frame.at <= until))
    .flatMap((frame) => matching(frame, expect.entry)).length;
  const expected = expect.times ?? 1;
  return {
    expected: `${canonicalJson(expect.entry)} × ${expected}`,
    found,
    holds: expect.times === undefined ? found > 0 : found === expected,
  };
}

function matching({ entries: all }: Frame, pattern: JsonObject): readonly unknown[] {
  return all.filter((entry) => {
    const plain: { readonly [key: string]: unknown } = { ...entry };
    return Object.entries(pattern).every(([key, value]) => isJson(plain[key]) && sameJson(plain[key], value));
  });
}

function isJson(value: unknown): value is Json {
  return (
    ['string', 'number', 'boolean'].includes(typeof value) ||
    value === null ||
    Array.isArray(value) ||
    isPlain(value)
  );
}

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameJson(left: Json, right: Json): boolean {
  if (isJsonObject(left) !== isJsonObject(right)) return false;
  return canonicalJson(left) === canonicalJson(right);
}
