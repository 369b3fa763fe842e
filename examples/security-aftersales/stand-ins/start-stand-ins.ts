import { smsSystem, voiceSystem } from './channels.ts';
import { crmSystem } from './crm.ts';
import { type DeviceRow, seedDevices } from './device-file.ts';
import { dingtalkSystem } from './dingtalk.ts';
import { dingtalkAppSystem } from './dingtalk-app.ts';
import { erpSystem } from './erp.ts';
import { feishuSystem } from './feishu.ts';
import { standInSettings } from './keys.ts';
import { knowledgeSystem } from './knowledge.ts';
import { type StandIn, type SystemKind, startStandIn } from './stand-in.ts';
import { wecomSystem } from './wecom.ts';

/** The setting under which the example's connections look for each system's address. */
const addressSettings = {
  erp: 'ERP_URL',
  crm: 'CRM_URL',
  dingtalk: 'DINGTALK_ROBOT_URL',
  dingtalkApp: 'DINGTALK_API_URL',
  wecom: 'WECOM_URL',
  feishu: 'FEISHU_URL',
  knowledge: 'KNOWLEDGE_URL',
  sms: 'SMS_URL',
  voice: 'VOICE_URL',
} as const;
export type SystemName = keyof typeof addressSettings;

export interface StandIns {
  readonly systems: { readonly [Name in SystemName]: StandIn };
  readonly urls: { readonly [Name in SystemName]: string };
  /** Values of the settings the example's connections name: addresses, and what is no secret. */
  readonly settings: { readonly [name: string]: string };
  /** The addresses to open in the guard, as a reach setting: `127.0.0.1:port, …`. */
  readonly reach: string;
  readonly close: () => Promise<void>;
}

/**
 * Every outside system of the example as real HTTP servers on 127.0.0.1, each with its own data. `GET /_calls` shows what
 * arrived, `PUT /_faults` switches faults. A port left out is a free one; with `logDir` each call is on disk before its answer.
 */
export async function startStandIns(
  options: {
    readonly ports?: { readonly [Name in SystemName]?: number };
    readonly devices?: readonly DeviceRow[];
    readonly now?: () => number;
    readonly logDir?: string;
  } = {},
): Promise<StandIns> {
  const { ports = {}, now = () => Date.now(), logDir } = options;
  const devices = options.devices ?? seedDevices(new Date(now()).toISOString().slice(0, 10));
  const kinds = systemsOf(devices);
  const started = await Promise.all(
    Object.entries(kinds).map(async ([name, kind]) => {
      const logFile = logDir === undefined ? {} : { logFile: `${logDir}/${name}.ndjson` };
      const port = ports[name as SystemName];
      return [
        name,
        await startStandIn(kind, { now, ...logFile, ...(port === undefined ? {} : { port }) }),
      ] as const;
    }),
  );
  const systems = Object.fromEntries(started) as { [Name in SystemName]: StandIn };
  const urls = Object.fromEntries(started.map(([name, { url }]) => [name, url])) as {
    [Name in SystemName]: string;
  };
  const addresses = Object.fromEntries(
    started.map(([name, { url }]) => [addressSettings[name as SystemName], url]),
  );
  const reach = started.map(([, { url }]) => new URL(url).host).join(', ');
  return {
    systems,
    urls,
    settings: { ...standInSettings, ...addresses, ERP_REACH: new URL(urls.erp).host },
    reach,
    close: async () => void (await Promise.all(started.map(([, system]) => system.close()))),
  };
}

function systemsOf(devices: readonly DeviceRow[]): { readonly [Name in SystemName]: SystemKind } {
  return {
    erp: erpSystem(devices),
    crm: crmSystem,
    dingtalk: dingtalkSystem,
    dingtalkApp: dingtalkAppSystem,
    wecom: wecomSystem,
    feishu: feishuSystem,
    knowledge: knowledgeSystem,
    sms: smsSystem,
    voice: voiceSystem,
  };
}
