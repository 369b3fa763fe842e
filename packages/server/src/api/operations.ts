import { readOwn } from '@paidan/engine/issue';
import { type IncidentListing, listDeliveries, listIncidents } from '../store/incident-rows.ts';
import { actorOf } from './api-ports.ts';
import { type AnswerOf, done, type Handlers } from './call.ts';
import { refuse } from './problem.ts';

type Incident = AnswerOf<'settleIncident'>;

/** Calls to other systems and what only a person can settle. */
export const operationHandlers = {
  deliveries: async ({ ports, person, query }) => {
    const { state } = query;
    const of = state === undefined ? {} : { status: state };
    const listed = await listDeliveries(ports.kysely, { tenant: person.tenant, ...of });
    return done(
      listed.map(({ status, effect, outcome, ...delivery }) => {
        const code = codeOf(outcome);
        return {
          ...delivery,
          name: String(effect['name'] ?? ''),
          mode: String(effect['mode'] ?? ''),
          state: status,
          ...(code === undefined ? {} : { code }),
          // What was asked holds record values; operators see which keys went out, never what they held.
          request: Object.keys(Object(effect['request'])),
        };
      }),
    );
  },
  incidents: async ({ ports, person, query }) => {
    const { state } = query;
    const of = state === undefined ? {} : { status: state };
    const listed = await listIncidents(ports.kysely, { tenant: person.tenant, ...of });
    return done(listed.map(incidentBody));
  },
  settleIncident: async ({ ports, person, params, body, command }) => {
    const { tenant } = person;
    const id = params['id'] ?? '';
    const by = actorOf(person);
    const { commandId } = command;
    const settled = await ports.settleIncident({ tenant, incidentId: id, by, commandId, ...body });
    if (settled === 'unknown') return refuse('gate/not-found');
    if (settled === 'already-settled') return refuse('incident/settled');
    const [incident] = await listIncidents(ports.kysely, { tenant, id });
    return incident === undefined ? refuse('gate/not-found') : done(incidentBody(incident));
  },
} satisfies Partial<Handlers>;

function incidentBody(incident: IncidentListing): Incident {
  const { id, kind, status: state, openedAt, settledAt, cause, workOrder } = incident;
  return {
    ...{ id, kind, state, firstAt: openedAt, lastAt: settledAt ?? openedAt, count: 1, detail: cause },
    code: String(cause['code'] ?? kind),
    workOrders: workOrder === undefined ? [] : [workOrder],
  };
}

function codeOf(outcome: unknown): string | undefined {
  const code = typeof outcome === 'object' && outcome !== null ? readOwn({ ...outcome }, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}
