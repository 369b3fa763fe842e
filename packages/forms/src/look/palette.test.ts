import { describe, expect, it } from 'vitest';
import { type Mode, type Palette, palettes } from './palette.ts';

const texts: readonly (keyof Palette)[] = ['primary', 'danger', 'urgent', 'warn', 'ok', 'text', 'muted'];
const pairs: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ...texts.flatMap((text) => [[text, 'ground'] as const, [text, 'surface'] as const]),
  ['onPrimary', 'primary'],
  ['onPrimary', 'primaryHover'],
  ['primaryHover', 'surface'],
  ['primary', 'primaryGround'],
  ['danger', 'dangerGround'],
  ['warn', 'warnGround'],
  ['ok', 'okGround'],
  ['text', 'primaryGround'],
  ['text', 'warnGround'],
  ['text', 'dangerGround'],
];

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

describe.each<Mode>(['light', 'dark'])('the %s palette', (mode) => {
  it.each(pairs)('[B39] shows %s on %s at 4.5:1 or more', (text, ground) => {
    expect(contrast(palettes[mode][text], palettes[mode][ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('[B39] shows the edge of a control at 3:1 or more', () => {
    expect(contrast(palettes[mode].edge, palettes[mode].surface)).toBeGreaterThanOrEqual(3);
  });
});
