import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const now = '2026-11-22T02:00:00.000Z';
const world = createWorld({ seed: 7, now, days: 14 });

function share(count: number, of: number): number {
  return count / of;
}

describe('the demo company', () => {
  it('is the same, byte for byte, for the same seed and instant, and another for another seed', () => {
    expect(JSON.stringify(createWorld({ seed: 7, now, days: 14 }))).toBe(JSON.stringify(world));
    expect(JSON.stringify(createWorld({ seed: 8, now, days: 14 }))).not.toBe(JSON.stringify(world));
  });

  it('has sixty engineers of whom about 70, 55 and 35 percent hold each certificate', () => {
    const engineers = world.people.filter((one) => one.roles.includes('engineer'));
    expect(engineers).toHaveLength(60);
    for (const [brand, expected] of [
      ['hikvision', 0.7],
      ['dahua', 0.55],
      ['uniview', 0.35],
    ] as const) {
      const holders = engineers.filter((one) =>
        Object.hasOwn(Object(Reflect.get(one.facts, 'certificates')), brand),
      );
      expect(Math.abs(share(holders.length, 60) - expected)).toBeLessThan(0.17);
    }
  });

  it('gives every person an id and a name of their own', () => {
    expect(new Set(world.people.map((one) => one.id)).size).toBe(world.people.length);
    expect(new Set(world.people.map((one) => one.name)).size).toBe(world.people.length);
  });

  it('fills two weeks with about forty reports a day, in order of time and never in the future', () => {
    expect(world.reports.length).toBeGreaterThan(14 * 30);
    expect(world.reports.length).toBeLessThan(14 * 50);
    const instants = world.reports.map((one) => one.at);
    expect([...instants].sort()).toEqual(instants);
    expect(instants.at(-1)?.localeCompare(now)).toBe(-1);
  });

  it('mixes device types and severities as the company sees them', () => {
    const types = world.devices.filter((one) => one.deviceType === 'ipc').length;
    expect(Math.abs(share(types, world.devices.length) - 0.6)).toBeLessThan(0.05);
    const urgent = world.reports.filter((one) => one.severity === 'P0').length;
    expect(share(urgent, world.reports.length)).toBeLessThan(0.06);
  });

  it('has serial numbers that the record accepts, each once', () => {
    for (const { sn } of world.devices) expect(sn).toMatch(/^[A-Z0-9]{8,20}$/);
    expect(new Set(world.devices.map((one) => one.sn)).size).toBe(world.devices.length);
  });

  it('[S15] has warranties that end today, ended yesterday, and some nobody knows', () => {
    const ends = new Set(world.devices.map((one) => one.warrantyUntil));
    expect(ends).toContain('2026-11-22');
    expect(ends).toContain('2026-11-21');
    expect(ends).toContain(undefined);
  });

  it('shares some numbers between two customers', () => {
    const owners = new Map<string, number>();
    for (const one of world.customers)
      for (const phone of one.phones) owners.set(phone, (owners.get(phone) ?? 0) + 1);
    expect([...owners.values()].filter((count) => count > 1)).toHaveLength(12);
  });
});
