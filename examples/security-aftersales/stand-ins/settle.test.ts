import {
  afterOutcome,
  type DeliveryPorts,
  type DeliveryState,
  deliver,
  queryBack,
  readyOperation,
} from '@paidan/connectors';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault, FaultName } from './faults.ts';
import { type StandIns, startStandIns } from './start-stand-ins.ts';
import { portsOn } from './test-ports.ts';

let standIns: StandIns;
let ports: DeliveryPorts;
let closePorts: () => Promise<void>;
let nth = 0;

beforeAll(async () => {
  standIns = await startStandIns();
  const made = portsOn(standIns);
  ports = made.ports;
  closePorts = made.close;
});
afterAll(async () => {
  await closePorts();
  await standIns.close();
});

/** One effect driven to its end on a clock of its own, as the host does it. */
async function drive(ticketNo: string) {
  const request = { ticketNo, resolvedAt: '2026-01-08T09:12:00+08:00', engineerId: '1007' };
  const effect = { id: `${ticketNo}/7/0`, operation: 'erp.postResolution', request };
  const operation = readyOperation(ports.connections, effect.operation);
  const delivery = operation?.delivery ?? { mode: 'once' };
  let state: DeliveryState | undefined;
  let at = '2026-01-08T01:00:00.000Z';
  let asks = false;
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const attempted = asks
      ? ({ kind: 'asked', found: await queryBack(effect, ports) } as const)
      : ({ kind: 'sent', outcome: await deliver(effect, ports) } as const);
    const answer = afterOutcome({
      effectId: effect.id,
      delivery,
      retry: operation?.retry,
      state,
      attempted,
      at,
    });
    state = answer.state;
    if (answer.next.kind === 'settle' || answer.next.kind === 'incident') return answer.next;
    at = answer.next.dueAt;
    asks = answer.next.kind === 'ask';
  }
  return { kind: 'never' };
}

const faultNames = ['commitThenTimeout', 'cutOff', 'outage', 'serverError', 'throttle'] as const;
const anyFaults = fc.dictionary(
  fc.constantFrom<FaultName>(...faultNames),
  fc.record({ count: fc.integer({ min: 1, max: 2 }) }),
  {
    maxKeys: 3,
  },
) as fc.Arbitrary<{ readonly [Name in FaultName]?: Fault }>;

describe('an effect driven to its end', () => {
  test('[B33] [S41] whatever happens on the way, the ERP books it exactly once', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyFaults, async (faults) => {
        nth += 1;
        const ticketNo = `WO-${nth}`;
        standIns.systems.erp.setFaults(faults);
        expect(await drive(ticketNo)).toEqual({ kind: 'settle', raise: 'succeeded' });
        const fees: readonly { ticketNo: string }[] = await (
          await fetch(`${standIns.urls.erp}/_fees`)
        ).json();
        expect(fees.filter((fee) => fee.ticketNo === ticketNo)).toHaveLength(1);
      }),
      { numRuns: 15 },
    );
  });

  test('[R35] a refusal ends it at once', async () => {
    standIns.systems.erp.setFaults({ errorIn200: {} });
    expect(await drive('WO-refused')).toEqual({ kind: 'settle', raise: 'refused' });
  });
});
