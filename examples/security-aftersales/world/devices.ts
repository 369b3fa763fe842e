import type { Draws } from './draws.ts';
import { localMidnight } from './shifts.ts';

const DAY_MS = 86_400_000;

/** A device as the ERP knows it. Model codes are invented; planted faults sit on the house brand only. */
export interface Device {
  readonly sn: string;
  readonly brand: 'pengdun' | 'hikvision' | 'dahua' | 'uniview';
  readonly deviceType: 'ipc' | 'access' | 'nvr';
  readonly model: string;
  readonly purchasedOn: string;
  readonly warrantyUntil?: string;
  readonly firmware: string;
  readonly batch: string;
  readonly estimateCents: number;
  readonly customerId: string;
}

const prefixes = { pengdun: 'PD', hikvision: 'HK', dahua: 'DH', uniview: 'UV' } as const;
const modelLetters = { ipc: 'IPC', access: 'ACS', nvr: 'NVR' } as const;

/** IPC 60 %, 门禁 22 %, NVR 18 %; some warranties end today and yesterday, a few have no end on file. */
export function devicesOf(
  draws: Draws,
  customerIds: readonly string[],
  count: number,
  now: string,
): readonly Device[] {
  const today = localMidnight(Date.parse(now)) + 8 * 3_600_000;
  return Array.from({ length: count }, (_, index) =>
    device(draws.fork(`device-${index}`), index, customerIds, today),
  );
}

function device(draws: Draws, index: number, customerIds: readonly string[], todayMs: number): Device {
  const deviceType = draws.weighted({ ipc: 60, access: 22, nvr: 18 });
  const brand = draws.weighted({ pengdun: 40, hikvision: 28, dahua: 20, uniview: 12 });
  const batch = `B${draws.whole(1, 24)}`;
  const ageDays = draws.whole(30, 1_400);
  const warrantyDays =
    index % 97 === 0 ? ageDays : index % 97 === 1 ? ageDays - 1 : draws.one([365, 730, 1095]);
  const warranty =
    index % 60 === 7 ? {} : { warrantyUntil: dateText(todayMs + (warrantyDays - ageDays) * DAY_MS) };
  return {
    sn: `${prefixes[brand]}${modelLetters[deviceType]}${batch}${String(10_000 + index)}`,
    brand,
    deviceType,
    model: `${prefixes[brand]}-${modelLetters[deviceType]}-${draws.one(['T20', 'T40', 'X8', 'S16', 'M2'])}`,
    purchasedOn: dateText(todayMs - ageDays * DAY_MS),
    ...warranty,
    firmware: `${draws.whole(2, 4)}.${draws.whole(0, 9)}.${draws.whole(0, 20)}`,
    batch,
    estimateCents: draws.whole(8, 60) * 1_000,
    customerId: draws.one(customerIds),
  };
}

function dateText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
