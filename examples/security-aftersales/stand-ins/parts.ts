/** One part of the warehouse: where it lies, what it fits, what may stand in for it. */
interface Part {
  readonly partNo: string;
  readonly name: string;
  readonly fits: readonly string[];
  readonly stock: readonly { readonly place: string; readonly quantity: number; readonly reserved: number }[];
  readonly substitutes: readonly { readonly partNo: string; readonly reason: string }[];
}

const parts: readonly Part[] = [
  {
    partNo: 'PSU-12V5A',
    name: '电源适配器 12V 5A',
    fits: ['PD-NVR-S16', 'PD-NVR-X8', 'PD-NVR-T40'],
    stock: [
      { place: '深圳南山仓', quantity: 42, reserved: 3 },
      { place: '龙岗前置仓', quantity: 6, reserved: 0 },
    ],
    substitutes: [],
  },
  {
    partNo: 'HDD-4T',
    name: '监控级硬盘 4TB',
    fits: ['PD-NVR-S16', 'PD-NVR-T20'],
    stock: [{ place: '深圳南山仓', quantity: 0, reserved: 0 }],
    substitutes: [{ partNo: 'HDD-6T', reason: '容量更大，接口相同' }],
  },
  {
    partNo: 'HDD-6T',
    name: '监控级硬盘 6TB',
    fits: ['PD-NVR-S16', 'PD-NVR-T20', 'PD-NVR-X8'],
    stock: [{ place: '深圳南山仓', quantity: 8, reserved: 1 }],
    substitutes: [],
  },
  {
    partNo: 'LENS-4MM',
    name: '镜头组件 4mm',
    fits: ['PD-IPC-T20', 'PD-IPC-T40'],
    stock: [{ place: '深圳南山仓', quantity: 17, reserved: 2 }],
    substitutes: [],
  },
];

const asOf = '2026-01-08T08:00:00+08:00';

const partOf = (partNo: string) => parts.find((part) => part.partNo === partNo);

/** 仓库库存: the place that has most of it; an unknown part lies nowhere. */
export function partStock(partNo: string): object {
  const [fullest] = [...(partOf(partNo)?.stock ?? [])].sort((a, b) => b.quantity - a.quantity);
  return { quantity: 0, reserved: 0, ...fullest, asOf, shelf: 'A-03' };
}

/** 适配设备型号, and substitutes in order with their reason. */
export function partFit(partNo: string): {
  readonly models: readonly unknown[];
  readonly substitutes: readonly unknown[];
} {
  const part = partOf(partNo);
  const models = (part?.fits ?? []).map((model) => ({ model, firmwareFrom: '2.0.0' }));
  return { models, substitutes: part?.substitutes ?? [] };
}

/** 最近出库记录, newest first. */
export function partIssues(partNo: string): readonly unknown[] {
  return (partOf(partNo)?.stock ?? []).map(({ place }, index) => ({
    issuedAt: `2026-01-0${7 - index}T15:20:00+08:00`,
    place,
    quantity: 1,
    ticketNo: `WO-19${index}0`,
  }));
}
