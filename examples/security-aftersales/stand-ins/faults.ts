/**
 * Switches of a stand-in. `commitThenTimeout`: done, never answered. `cutOff`: done, the connection dropped. `outage`: the
 * connection dropped before anything was read. `serverError`, `throttle`, `errorIn200`, `proxyPage`: nothing done.
 * `latency` delays. `doubledEvent` sends a push twice.
 */
export const faultNames = [
  'latency',
  'commitThenTimeout',
  'errorIn200',
  'proxyPage',
  'outage',
  'serverError',
  'throttle',
  'cutOff',
  'doubledEvent',
] as const;
export type FaultName = (typeof faultNames)[number];

/** `count` requests are hit (1 when left out); `only` is `METHOD /path-beginning`; `ms` delays, `retryAfter` is in seconds. */
export interface Fault {
  readonly count?: number;
  readonly only?: string;
  readonly ms?: number;
  readonly retryAfter?: number;
}

export interface FaultSwitches {
  /** Replaces every switch. */
  readonly set: (faults: { readonly [Name in FaultName]?: Fault }) => void;
  readonly all: () => { readonly [name: string]: Fault };
  /** The fault that hits this request, used up by one. */
  readonly take: (name: FaultName, method: string, path: string) => Fault | undefined;
}

export function createFaults(): FaultSwitches {
  let faults = new Map<FaultName, Fault & { left: number }>();
  return {
    set: (wanted) => {
      const named = faultNames.flatMap((name) => {
        const fault = wanted[name];
        return fault === undefined ? [] : [[name, { ...fault, left: fault.count ?? 1 }] as const];
      });
      faults = new Map(named);
    },
    all: () =>
      Object.fromEntries([...faults].map(([name, { left, ...fault }]) => [name, { ...fault, count: left }])),
    take: (name, method, path) => {
      const fault = faults.get(name);
      if (fault === undefined || fault.left <= 0) return undefined;
      if (fault.only !== undefined && !`${method} ${path}`.startsWith(fault.only)) return undefined;
      fault.left -= 1;
      return fault;
    },
  };
}
