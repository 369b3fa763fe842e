import seed from './devices.json' with { type: 'json' };

/** A device as the ERP is told about it; brand and type in words of ours or of the ERP. */
export interface DeviceRow {
  readonly sn: string;
  readonly brand: string;
  readonly model: string;
  readonly deviceType: string;
  readonly purchasedOn: string;
  readonly warrantyUntil?: string;
  readonly firmware: string;
  readonly batch: string;
  readonly estimateCents: number;
}

/** Thirty devices, one with its warranty over and one without a warranty end; `today` (a date) ends that of one more. */
export function seedDevices(today: string): readonly DeviceRow[] {
  return (seed as readonly DeviceRow[]).map((device) =>
    device.sn === 'IPC20240107' ? { ...device, warrantyUntil: today } : device,
  );
}
