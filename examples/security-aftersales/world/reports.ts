import type { Customer } from './customers.ts';
import type { Device } from './devices.ts';
import type { Draws } from './draws.ts';
import { localMidnight, localWeekday } from './shifts.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** One report of a fault as it reached the desk. */
export interface Report {
  readonly at: string;
  readonly customer: Customer;
  readonly device: Device;
  readonly severity: 'P0' | 'P1' | 'P2' | 'P3';
  readonly onSite: boolean;
  readonly description: string;
}

const sentences = {
  'black-screen': ['画面黑屏，重启后仍无图像', '监控屏幕黑屏，指示灯正常', '没画面，客户已重新插拔电源'],
  offline: ['设备离线，平台显示连不上', '门禁掉线，刷卡没有反应', '网络正常但设备一直离线'],
  reboot: ['设备反复重启，间隔约五分钟', '老是重启，晚上更频繁', '固件升级后自动重启'],
  other: ['开门时有异响，偶尔卡住', '夜间画面有雾，看不清车牌', '录像回放时缺少一段'],
} as const;

/** Busier on working days, from morning to evening. */
const weekdayShare = [0.6, 1.2, 1.1, 1.05, 1.05, 1.1, 0.8] as const;

/** Reports of `days` days up to `now`, in order of time: P0 2 %, P1 13 %, P2 55 %, P3 30 %; 70 % need a visit; 12 % repeat an earlier one. */
export function reportsOf(input: {
  readonly draws: Draws;
  readonly customers: readonly Customer[];
  readonly devices: readonly Device[];
  readonly now: string;
  readonly days: number;
  readonly perDay: number;
}): readonly Report[] {
  const { draws, customers, devices, now, days, perDay } = input;
  const byId = new Map(customers.map((one) => [one.id, one]));
  const reports: Report[] = [];
  const nowMs = Date.parse(now);
  for (let day = days; day >= 0; day -= 1) {
    const midnight = localMidnight(nowMs) - day * DAY_MS;
    const count = Math.round(
      perDay * (weekdayShare[localWeekday(midnight)] ?? 1) * (0.9 + draws.share() * 0.2),
    );
    for (let index = 0; index < count; index += 1) {
      const atMs = midnight + arrivalMinute(draws) * MINUTE_MS + draws.whole(0, 59_999);
      if (atMs >= nowMs || atMs < nowMs - days * DAY_MS) continue;
      reports.push(report(draws, new Date(atMs).toISOString(), { devices, byId, earlier: reports }));
    }
  }
  return reports.sort((a, b) => (a.at < b.at ? -1 : 1));
}

function report(
  draws: Draws,
  at: string,
  known: { devices: readonly Device[]; byId: ReadonlyMap<string, Customer>; earlier: readonly Report[] },
): Report {
  const repeated = known.earlier.length > 0 && draws.share() < 0.12 ? draws.one(known.earlier) : undefined;
  const device = repeated?.device ?? draws.one(known.devices);
  const customer = known.byId.get(device.customerId);
  if (customer === undefined) throw new RangeError(`device ${device.sn} belongs to nobody`);
  const fault = draws.weighted({ 'black-screen': 30, offline: 38, reboot: 20, other: 12 });
  return {
    at,
    customer,
    device,
    severity: draws.weighted({ P0: 2, P1: 13, P2: 55, P3: 30 }),
    onSite: draws.share() < 0.7,
    description: repeated?.description ?? draws.one(sentences[fault]),
  };
}

/** Two humps, mid-morning and mid-afternoon, and a few at night. */
function arrivalMinute(draws: Draws): number {
  if (draws.share() < 0.06) return draws.whole(0, 1439);
  const centre = draws.share() < 0.55 ? 10 * 60 : 15.5 * 60;
  return Math.round(centre + (draws.share() + draws.share() - 1) * 150);
}
