import { type Customer, customersOf } from './customers.ts';
import { type Device, devicesOf } from './devices.ts';
import { drawsFrom } from './draws.ts';
import { type DirectoryPerson, peopleOf } from './people.ts';
import { type Report, reportsOf } from './reports.ts';

export interface World {
  readonly people: readonly DirectoryPerson[];
  readonly customers: readonly Customer[];
  readonly devices: readonly Device[];
  readonly reports: readonly Report[];
}

/** The demo company: a pure function of its arguments. All people, numbers and codes are invented. */
export function createWorld(input: {
  readonly seed: number;
  readonly now: string;
  readonly days: number;
  readonly perDay?: number;
}): World {
  const { seed, now, days, perDay = 40 } = input;
  const draws = drawsFrom(seed);
  const customers = customersOf(draws.fork('customers'), 900);
  const ids = customers.map((one) => one.id);
  const devices = devicesOf(draws.fork('devices'), ids, 2_600, now);
  const people = peopleOf(draws.fork('people'), now);
  const reports = reportsOf({ draws: draws.fork('reports'), customers, devices, now, days, perDay });
  return { people, customers, devices, reports };
}
