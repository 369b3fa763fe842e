import { hashOfJson } from '../../canonical/sha256.ts';
import type { Issue } from '../../issue/issue.ts';
import type { Json } from '../../issue/json.ts';
import type { Certificate, Prices } from './certificate.ts';
import type { PlanInput } from './plan-input.ts';

/** Somebody is to be offered a work order. */
export interface PlannedOffer {
  readonly assigneeId: string;
  /** The place of a day it takes: person and local day. */
  readonly place: string;
  /** The rung that asks, and the others it asks at the same time, best first. */
  readonly rung: string;
  readonly alsoAsk: readonly string[];
  /** Who held a live offer until now, if that is somebody else. */
  readonly movedFrom?: string;
}

/** Why a work order stays with its holder. */
export interface KeptOffer {
  readonly assigneeId: string;
  readonly why: 'held' | 'seen' | 'pin' | 'accepted' | 'under-way' | 'on-site';
}

export interface WithdrawnOffer {
  readonly assigneeId: string;
  readonly token: number;
  readonly why: 'moved' | 'displaced' | 'no-longer-fits';
}

export interface Unmatched {
  readonly why: 'nobody-eligible' | 'no-place' | 'invalid';
}

type ByWorkOrder<Value> = { readonly [workOrderId: string]: Value };

/** A proposal; nothing is taken until each offer is committed. Plain JSON. */
export interface Plan {
  readonly format: 1;
  readonly at: string;
  readonly policyHash: string;
  readonly offers: ByWorkOrder<PlannedOffer>;
  /** Planned like `offers`, but beyond what one person is newly offered per tick: they come with a later one. */
  readonly later: ByWorkOrder<PlannedOffer>;
  readonly kept: ByWorkOrder<KeptOffer>;
  readonly withdrawn: ByWorkOrder<WithdrawnOffer>;
  readonly unmatched: ByWorkOrder<Unmatched>;
  /** Work orders that the policy does not apply to. */
  readonly leftAlone: readonly string[];
  /** Served work orders of each strict tier. */
  readonly served: { readonly [tier: string]: number };
  /** Offers moved to somebody else, and those that only the stability margin held. */
  readonly moves: { readonly made: number; readonly prevented: number };
  readonly certificate: Certificate;
  readonly prices: Prices;
  readonly issues: readonly Issue[];
  /** SHA-256 of everything above with the versions of the facts; equal for every order of the input. */
  readonly planHash: string;
  readonly input: PlanInput;
}

/** The plan with its identity. Facts are hashed by id and version: they are immutable, and may be large. */
export function sealPlan(plan: Omit<Plan, 'planHash'>): Plan {
  const { input, ...decided } = plan;
  const versions = {
    workOrders: input.workOrders.map(({ id, version }) => [id, version]),
    assignees: input.assignees.map(({ id, version }) => [id, version]),
  };
  const planHash = hashOfJson({ ...decided, versions } as unknown as Json);
  return { ...decided, planHash, input };
}
