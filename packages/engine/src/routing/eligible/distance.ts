import { arcsine, sineAndCosine } from './exact-trigonometry.ts';

/** WGS-84 degrees. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** A place on the sphere of radius 1; made once per place, because a pair then costs no sine. */
export interface UnitVector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The mean radius of the earth's authalic sphere; H. Moritz, "Geodetic Reference System 1980", 2000. */
const EARTH_RADIUS_METRES = 6_371_008.8;

export function unitVector(place: Place): UnitVector {
  const latitude = sineAndCosine(place.latitude);
  const longitude = sineAndCosine(place.longitude);
  return {
    x: latitude.cosine * longitude.cosine,
    y: latitude.cosine * longitude.sine,
    z: latitude.sine,
  };
}

/**
 * The great circle between two places in whole metres, half a metre upwards; the same in every JavaScript engine.
 * Haversine formula by half the chord: R. W. Sinnott, "Virtues of the Haversine", 1984.
 */
export function greatCircleMetres(from: UnitVector, to: UnitVector): number {
  const x = from.x - to.x;
  const y = from.y - to.y;
  const z = from.z - to.z;
  return Math.round(2 * EARTH_RADIUS_METRES * arcsine(Math.sqrt(x * x + y * y + z * z) / 2));
}
