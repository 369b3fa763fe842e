import { nameReader } from '../../expression/read-name.ts';
import type { Json } from '../../issue/json.ts';
import { converted, type MappingFunction, wrong } from './mapping-function.ts';

interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

const axis = 6_378_245;
const eccentricitySquared = 0.006693421622965943;

/**
 * Places. Chinese maps shift coordinates (GCJ-02); Baidu shifts once more (BD-09). The shift is undone by repeating
 * it until it meets the given point, and rounded to 1e-6 degrees (about 0.1 m), far above any engine's last digit.
 */
export const placeFunctions: { readonly [name: string]: MappingFunction } = {
  toWgs84: (value, argument) => {
    const longitude = nameReader('longitude')(value);
    const latitude = nameReader('latitude')(value);
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return wrong('longitude and latitude');
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return wrong('a place on earth');
    const point = toWgs84({ longitude, latitude }, argument);
    return point === undefined ? wrong('the system gcj02 or bd09') : converted(point);
  },
};

function toWgs84(point: Point, system: Json): { longitude: number; latitude: number } | undefined {
  if (system !== 'gcj02' && system !== 'bd09') return undefined;
  const shifted = system === 'bd09' ? fromBd09(point) : point;
  let guess = shifted;
  for (let round = 0; round < 5; round += 1) {
    const back = toGcj02(guess);
    guess = {
      longitude: guess.longitude + shifted.longitude - back.longitude,
      latitude: guess.latitude + shifted.latitude - back.latitude,
    };
  }
  return {
    longitude: Math.round(guess.longitude * 1e6) / 1e6,
    latitude: Math.round(guess.latitude * 1e6) / 1e6,
  };
}

function fromBd09({ longitude, latitude }: Point): Point {
  const turn = (Math.PI * 3000) / 180;
  const x = longitude - 0.0065;
  const y = latitude - 0.006;
  const distance = Math.sqrt(x * x + y * y) - 0.00002 * Math.sin(y * turn);
  const angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * turn);
  return { longitude: distance * Math.cos(angle), latitude: distance * Math.sin(angle) };
}

/** The published approximation of the GCJ-02 shift on the Krasovsky 1940 ellipsoid; outside China there is none. */
function toGcj02(point: Point): Point {
  const { longitude, latitude } = point;
  if (longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271) return point;
  const x = longitude - 105;
  const y = latitude - 35;
  const radians = (latitude / 180) * Math.PI;
  const magic = 1 - eccentricitySquared * Math.sin(radians) ** 2;
  const north = ((axis * (1 - eccentricitySquared)) / (magic * Math.sqrt(magic))) * Math.PI;
  const east = (axis / Math.sqrt(magic)) * Math.cos(radians) * Math.PI;
  return {
    longitude: longitude + (180 * shiftEast(x, y)) / east,
    latitude: latitude + (180 * shiftNorth(x, y)) / north,
  };
}

function shiftNorth(x: number, y: number): number {
  const plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return (
    plane +
    waves(x, [6, 20], [2, 20]) +
    waves(y, [1, 20], [1 / 3, 40]) +
    waves(y, [1 / 12, 160], [1 / 30, 320])
  );
}

function shiftEast(x: number, y: number): number {
  const plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return (
    plane +
    waves(x, [6, 20], [2, 20]) +
    waves(x, [1, 20], [1 / 3, 40]) +
    waves(x, [1 / 12, 150], [1 / 30, 300])
  );
}

function waves(at: number, ...pair: readonly (readonly [frequency: number, height: number])[]): number {
  const sum = pair.reduce(
    (total, [frequency, height]) => total + height * Math.sin(frequency * at * Math.PI),
    0,
  );
  return (sum * 2) / 3;
}
