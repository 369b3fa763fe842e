import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { greatCircleMetres, unitVector } from './distance.ts';
import { arcsine, sineAndCosine } from './exact-trigonometry.ts';

test('agrees to the last digits with the platform’s sine, cosine and arcsine', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -360, max: 360, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (degrees, x) => {
        const { sine, cosine } = sineAndCosine(degrees);
        expect(Math.abs(sine - Math.sin((degrees * Math.PI) / 180))).toBeLessThan(1e-14);
        expect(Math.abs(cosine - Math.cos((degrees * Math.PI) / 180))).toBeLessThan(1e-14);
        expect(Math.abs(arcsine(x) - Math.asin(x))).toBeLessThan(4e-16);
      },
    ),
    { numRuns: 2000 },
  );
});

test('is exact at the corners of the circle', () => {
  expect(sineAndCosine(90).sine).toBe(1);
  expect(sineAndCosine(90).cosine).toBeCloseTo(0, 15);
  expect(sineAndCosine(-180).cosine).toBe(-1);
  expect(arcsine(1)).toBe(Math.PI / 2);
});

test('[S24] measures the great circle in whole metres', () => {
  const place = (latitude: number, longitude: number) => unitVector({ latitude, longitude });
  const around = 2 * Math.PI * 6_371_008.8;
  expect(greatCircleMetres(place(0, 0), place(0, 90))).toBe(Math.round(around / 4));
  expect(greatCircleMetres(place(90, 0), place(-90, 17))).toBe(Math.round(around / 2));
  expect(greatCircleMetres(place(0, 179.5), place(0, -179.5))).toBe(Math.round(around / 360));
  expect(greatCircleMetres(place(22.54, 114.06), place(22.54, 114.06))).toBe(0);
});

test('is the same both ways', () => {
  const some = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(some, some, (from, to) => {
      const [one, other] = [unitVector(from), unitVector(to)];
      expect(greatCircleMetres(one, other)).toBe(greatCircleMetres(other, one));
    }),
  );
});
