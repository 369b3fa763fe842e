import { readFile } from 'node:fs/promises';
import {
  type AssigneeFacts,
  type CompiledPolicy,
  checkCertificate,
  compilePolicy,
  type Plan,
  planAssignments,
  rankCandidates,
  type WorkOrderFacts,
} from '@paidan/engine/routing';
import type { BenchLine } from './harness.ts';

const at = '2026-03-02T02:00:00Z';
const counts = { workOrders: 2000, assignees: 1000, cities: 20 };
const policyFile = new URL(
  '../packages/engine/src/routing/criteria/fixtures/aftersales.policy.json',
  import.meta.url,
);

/** A seeded world of cities: all work orders planned together against the best candidate for one after the other. */
export async function run(wanted: (name: string) => boolean): Promise<readonly BenchLine[]> {
  if (!['routing-plan-value', 'routing-plan-served', 'routing-plan-time'].some(wanted)) return [];
  const policy = compilePolicy(JSON.parse(await readFile(policyFile, 'utf8'))).value;
  if (policy === undefined) throw new Error('the policy of the bench must compile');
  const world = worldOf(seeded(7));
  const [plan, planMs] = best(() => planAssignments({ policy, ...world, at }));
  if (!checkCertificate(plan).sound || !plan.certificate.exact)
    throw new Error('the plan is not proven best');
  const [offers, greedyMs] = timed(() => oneByOne(policy, world));
  const greedy = { ...plan, offers, later: {}, kept: {} };
  const points = (value: string) => Math.round(Number(BigInt(value) / 2n ** 26n) / 10_000);
  const values = [points(plan.certificate.value), points(checkCertificate(greedy).value)] as const;
  const served = [Object.keys({ ...plan.offers, ...plan.later }).length, Object.keys(offers).length] as const;
  return [
    line('routing-plan-value', 'points', values, values[0] / values[1]),
    line('routing-plan-served', 'work orders', served, served[0] / served[1]),
    line('routing-plan-time', 'ms', [Math.round(planMs), Math.round(greedyMs)], greedyMs / planMs),
  ];
}

function line(
  name: string,
  unit: string,
  [value, baseline]: readonly [number, number],
  ratio: number,
): BenchLine {
  return { case: name, value, unit, baseline, ratio: Math.round(ratio * 1000) / 1000 };
}

function timed<Result>(work: () => Result): readonly [Result, number] {
  const began = performance.now();
  return [work(), performance.now() - began];
}

/** The second of two runs: the first one warms up. */
function best<Result>(work: () => Result): readonly [Result, number] {
  work();
  return timed(work);
}

interface World {
  readonly workOrders: readonly WorkOrderFacts[];
  readonly assignees: readonly AssigneeFacts[];
  /** The people of each work order's city: nobody else is in reach, so the rival need not look at them. */
  readonly cityOf: ReadonlyMap<string, number>;
}

/** What dispatch without a plan does: P0 first, then the oldest, each to its best candidate while there is room. */
function oneByOne(policy: CompiledPolicy, { workOrders, assignees, cityOf }: World): Plan['offers'] {
  const people = new Map(assignees.map((person) => [person.id, person]));
  const order = [...workOrders].sort(
    (one, other) => rankOf(one) - rankOf(other) || (one.createdAt < other.createdAt ? -1 : 1),
  );
  const offers: { [id: string]: Plan['offers'][string] } = {};
  for (const one of order) {
    const local = [...people.values()].filter(({ id }) => cityOf.get(id) === cityOf.get(one.id));
    const chosen = rankCandidates(policy, one, local, at).candidates[0]?.assigneeId;
    const person = chosen === undefined ? undefined : people.get(chosen);
    if (person === undefined) continue;
    const assignments = [...person.assignments, { workOrderId: one.id, state: 'offered' as const }];
    people.set(person.id, { ...person, assignments });
    offers[one.id] = { assigneeId: person.id, place: `${person.id}/2026-03-02`, rung: 'best', alsoAsk: [] };
  }
  return offers;
}

function rankOf({ record, createdAt }: WorkOrderFacts): number {
  if (record['severity'] === 'P0') return 0;
  return Date.parse(at) - Date.parse(createdAt) >= 4 * 3_600_000 ? 1 : 2;
}

function worldOf(chance: () => number): World {
  // A grid wider than anybody's reach, so that cities share nobody.
  const cities = Array.from({ length: counts.cities }, (_, index) => ({
    latitude: 21 + Math.floor(index / 5) * 2,
    longitude: 105 + (index % 5) * 3,
  }));
  const cityOf = new Map<string, number>();
  const placed = (id: string, city: number) => {
    cityOf.set(id, city);
    return near(cities[city] ?? { latitude: 22, longitude: 114 }, chance);
  };
  const workOrders = Array.from({ length: counts.workOrders }, (_, index) =>
    workOrder(index, placed(`WO-${index}`, Math.floor(chance() * counts.cities)), chance),
  );
  const assignees = Array.from({ length: counts.assignees }, (_, index) =>
    assignee(index, placed(`P-${index}`, Math.floor(chance() * counts.cities)), chance),
  );
  return { workOrders, assignees, cityOf };
}

type Place = { readonly latitude: number; readonly longitude: number };

function near(place: Place, chance: () => number): Place {
  return {
    latitude: place.latitude + (chance() - 0.5) * 0.6,
    longitude: place.longitude + (chance() - 0.5) * 0.6,
  };
}

function workOrder(index: number, place: Place, chance: () => number): WorkOrderFacts {
  const pick = <Choice>(choices: readonly Choice[], otherwise: Choice) =>
    choices[Math.floor(chance() * choices.length)] ?? otherwise;
  const record = {
    deviceType: pick(['ipc', 'access', 'nvr'], 'ipc'),
    severity: chance() < 0.02 ? 'P0' : pick(['P1', 'P2', 'P3'], 'P3'),
    onSite: true,
    brand: pick(['hikvision', 'dahua', 'uniview'], 'dahua'),
    faultTags: [pick(['offline', 'black-screen', 'no-record'], 'offline')],
    device: { model: `M${Math.floor(chance() * 26)}` },
    place,
  };
  const createdAt = new Date(Date.parse(at) - Math.floor(chance() * 5 * 3_600_000)).toISOString();
  return { id: `WO-${index}`, version: 1, createdAt, visitMs: 3_600_000, record };
}

function assignee(index: number, place: Place, chance: () => number): AssigneeFacts {
  const valid = [['2025-01-01T00:00:00Z', '2027-01-01T00:00:00Z']] as const;
  const brands = ['hikvision', 'dahua', 'uniview'];
  const held = brands.filter((_, brand) => chance() < ([0.7, 0.55, 0.35][brand] ?? 0));
  const levels = ['ipc', 'access', 'nvr'].flatMap((type) =>
    brands.map((brand) => [`${type}/${brand}`, Math.floor(chance() * 6)]),
  );
  const closed = Math.floor(chance() * 30);
  return {
    id: `P-${index}`,
    version: 1,
    roles: ['engineer'],
    zone: 'Asia/Shanghai',
    paused: false,
    onDuty: [],
    shifts: [['2026-03-02T00:00:00Z', '2026-03-02T14:00:00Z']],
    absences: [],
    certificates: Object.fromEntries(held.map((brand) => [brand, valid])),
    levels: Object.fromEntries(levels),
    position: { ...place, at: '2026-03-02T01:55:00Z' },
    assignments: Array.from({ length: Math.floor(chance() * 3) }, (_, held) => ({
      workOrderId: `H-${index}-${held}`,
      state: 'accepted' as const,
    })),
    idleSince: new Date(Date.parse(at) - Math.floor(chance() * 7_200_000)).toISOString(),
    resolved: {
      'nvr/offline': new Date(Date.parse(at) - Math.floor(chance() * 144) * 3_600_000).toISOString(),
    },
    firstFix: {
      [`deviceModel=M${Math.floor(chance() * 26)}`]: [Math.floor(closed * (0.7 + chance() * 0.3)), closed],
      everybody: [7000, 10_000],
    },
  };
}

/** Numbers of [0, 1) that repeat with their seed: G. Marsaglia, "Xorshift RNGs", 2003. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
