import {
  type AssigneeFacts,
  checkCertificate,
  compilePolicy,
  planAssignments,
  rankCandidates,
  type WorkOrderFacts,
} from '@paidan/engine/routing';
import policyJson from '../packages/engine/src/routing/criteria/fixtures/aftersales.policy.json' with {
  type: 'json',
};
import { pairGraph } from '../packages/engine/src/routing/plan/pairs.ts';
import type { BenchLine } from './harness.ts';

const at = '2026-03-02T02:00:00Z';
const counts = { workOrders: 2000, assignees: 1000, cities: 20 };

/** A seeded world of cities: the exact plan against taking the best pair again and again, on the same pairs. */
export async function run(wanted: (name: string) => boolean): Promise<readonly BenchLine[]> {
  if (!['routing-plan-value', 'routing-plan-time', 'routing-rank'].some(wanted)) return [];
  const policy = compilePolicy(policyJson).value;
  if (policy === undefined) throw new Error('the policy of the bench must compile');
  const chance = seeded(7);
  const cities = Array.from({ length: counts.cities }, () => ({
    latitude: 21 + chance() * 9,
    longitude: 105 + chance() * 12,
  }));
  const somewhere = () =>
    near(cities[Math.floor(chance() * cities.length)] ?? { latitude: 22, longitude: 114 }, chance);
  const workOrders = Array.from({ length: counts.workOrders }, (_, index) =>
    workOrder(index, somewhere(), chance),
  );
  const assignees = Array.from({ length: counts.assignees }, (_, index) =>
    assignee(index, somewhere(), chance),
  );

  const planMs: number[] = [];
  let plan = planAssignments({ policy, workOrders, assignees, at });
  for (let round = 0; round < 3; round += 1) {
    const began = performance.now();
    plan = planAssignments({ policy, workOrders, assignees, at });
    planMs.push(performance.now() - began);
  }
  if (!checkCertificate(plan).sound || plan.certificate.gapPpm !== 0)
    throw new Error('the plan is not proven best');
  const began = performance.now();
  const greedy = greedyValue(pairGraph(policy, plan.input));
  const greedyMs = performance.now() - began;
  const ranked = performance.now();
  for (const one of workOrders.slice(0, 10)) rankCandidates(policy, one, assignees, at);
  const rankMs = (performance.now() - ranked) / 10;
  const points = (worth: bigint) => Number(worth / 2n ** 26n) / 10_000;
  const value = points(BigInt(plan.certificate.value));
  const best = Math.min(...planMs);
  return [
    {
      case: 'routing-plan-value',
      value: Math.round(value),
      unit: 'points',
      baseline: Math.round(points(greedy)),
      ratio: value / points(greedy),
    },
    {
      case: 'routing-plan-time',
      value: Math.round(best),
      unit: 'ms',
      baseline: Math.round(greedyMs),
      ratio: greedyMs / best,
    },
    { case: 'routing-rank', value: Math.round(rankMs * 10) / 10, unit: 'ms', baseline: 3, ratio: 3 / rankMs },
  ];
}

/** The best remaining pair again and again, strict tiers first: what one-by-one dispatch amounts to at its best. */
function greedyValue({ rows, tier, start, column, value, columns }: ReturnType<typeof pairGraph>): bigint {
  const pairs = rows.flatMap((_, row) => {
    const [from = 0, to = 0] = [start[row], start[row + 1]];
    return Array.from({ length: to - from }, (_unused, index) => ({ row, pair: from + index }));
  });
  pairs.sort(
    (one, other) =>
      (tier[other.row] ?? 0) - (tier[one.row] ?? 0) || (value[other.pair] ?? 0) - (value[one.pair] ?? 0),
  );
  const served = new Set<number>();
  const used = new Map<number, number>();
  let total = 0n;
  for (const { row, pair } of pairs) {
    const place = column[pair] ?? 0;
    const taken = used.get(place) ?? 0;
    const worth = columns[place]?.worth[taken];
    if (served.has(row) || worth === undefined) continue;
    served.add(row);
    used.set(place, taken + 1);
    total += BigInt(value[pair] ?? 0) + BigInt(worth);
  }
  return total;
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
