import { expect, test } from 'vitest';

test('has a font with Chinese characters loaded and in use', async () => {
  const faces = await document.fonts.load("32px 'Noto Sans SC'", '派单');
  expect(faces.length).toBeGreaterThan(0);
  expect(faces.every((face) => face.status === 'loaded')).toBe(true);
  expect(getComputedStyle(document.body).fontFamily).toContain('Noto Sans SC');
  expect(drawn('派')).not.toBe(drawn('单'));
});

function drawn(character: string): string {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser cannot draw');
  pen.font = "32px 'Noto Sans SC'";
  pen.fillText(character, 10, 50);
  return canvas.toDataURL();
}
