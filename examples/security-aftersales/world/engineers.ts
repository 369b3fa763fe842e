import type { Draws } from './draws.ts';
import { type ShiftPattern, shiftsAround } from './shifts.ts';

const DAY_MS = 86_400_000;
const deviceTypes = ['ipc', 'access', 'nvr'] as const;
const brands = ['pengdun', 'hikvision', 'dahua', 'uniview'] as const;

/** Shares of acceptance.md G1: about 70 % hold 海康, 55 % 大华, 35 % 宇视. */
const certificateShares = { hikvision: 0.7, dahua: 0.55, uniview: 0.35 } as const;

/** The lasting half of what routing sees of an engineer; work of the day and position are added when it plans. */
export function engineerFacts(input: {
  readonly index: number;
  readonly draws: Draws;
  readonly now: string;
}): object {
  const { index, draws, now } = input;
  const isNovice = index % 6 === 5;
  const pattern: ShiftPattern =
    index % 10 === 0 ? 'nights' : index % 5 === 1 ? 'late' : index % 5 === 2 ? 'weekend' : 'six-days';
  const shifts = shiftsAround(now, pattern);
  return {
    zone: 'Asia/Shanghai',
    shifts,
    absences: [],
    onDuty: index % 10 === 0 ? shifts : [],
    certificates: certificatesOf(index, draws.fork('certificates'), Date.parse(now)),
    levels: levelsOf(isNovice, draws.fork('levels')),
    firstFix: firstFixOf(isNovice, draws.fork('history')),
    resolved: resolvedOf(draws.fork('resolved'), Date.parse(now)),
    novice: isNovice,
  };
}

/** Six of the sixty run out within ninety days, so that the roster has something to warn of. */
function certificatesOf(index: number, draws: Draws, nowMs: number): object {
  const held: { [brand: string]: [string, string][] } = {};
  for (const [brand, share] of Object.entries(certificateShares)) {
    if (draws.share() >= share) continue;
    const endsInDays = index % 10 === 3 ? draws.whole(20, 85) : draws.whole(200, 700);
    held[brand] = [[day(nowMs - 400 * DAY_MS), day(nowMs + endsInDays * DAY_MS)]];
  }
  return held;
}

function levelsOf(isNovice: boolean, draws: Draws): object {
  const levels: { [key: string]: number } = {};
  for (const type of deviceTypes) {
    for (const brand of brands) levels[`${type}/${brand}`] = isNovice ? draws.whole(0, 1) : draws.whole(1, 5);
  }
  return levels;
}

function firstFixOf(isNovice: boolean, draws: Draws): object {
  const rates: { [key: string]: [number, number] } = { everybody: [6100, 10000] };
  for (const type of deviceTypes) {
    const closed = isNovice ? draws.whole(0, 4) : draws.whole(20, 90);
    rates[`deviceType=${type}`] = [Math.round(closed * (0.5 + draws.share() * 0.48)), closed];
  }
  return rates;
}

function resolvedOf(draws: Draws, nowMs: number): object {
  const latest: { [key: string]: string } = {};
  for (const type of deviceTypes) {
    for (const fault of ['black-screen', 'offline', 'reboot']) {
      if (draws.share() < 0.5)
        latest[`${type}/${fault}`] = new Date(nowMs - draws.whole(1, 200) * 3_600_000).toISOString();
    }
  }
  return latest;
}

/** Certificates begin and end at local midnight. */
function day(ms: number): string {
  const shanghai = 8 * 3_600_000;
  return new Date(Math.floor((ms + shanghai) / DAY_MS) * DAY_MS - shanghai).toISOString();
}
