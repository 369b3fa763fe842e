import { describe, expect, it } from 'vitest';
import { compileWords } from './match-words.ts';
import { compileNegation } from './negation.ts';
import { normaliseText } from './normalise.ts';
import vectors from './vectors/negation.json' with { type: 'json' };

const matcher = compileWords({
  'black-screen': ['黑屏', '没画面', '无图像', '不显示', 'black screen'],
  offline: ['离线', '掉线', '断线', '连不上', 'offline'],
  reboot: ['反复重启', '自动重启', '老是重启', 'keeps rebooting'],
});
const assertions = compileNegation({
  window: 4,
  before: ['没有', '没', '不是', '并非', '未', '无', '不', 'no', 'not'],
  after: ['没有了', '消失了', '已恢复', '好了'],
  unless: ['不停', '不断', '不时', '不知', '不得不', '没准'],
  asks: ['是不是', '有没有', '是否'],
});

describe('compileNegation', () => {
  it.each(vectors)('[S16] reads $text', ({ text: typed, ...expected }) => {
    const { text } = normaliseText(typed);
    const matches = matcher(text);
    const read = assertions(text, matches);
    const found = Object.fromEntries(matches.map(({ term }, index) => [term, read[index]]));
    expect(found).toEqual(expected);
  });

  it('stops at the end of the clause, however near the word', () => {
    const { text } = normaliseText('不；黑屏');
    expect(assertions(text, matcher(text))).toEqual(['stated']);
  });

  it('does not let a word beyond the window deny', () => {
    const { text } = normaliseText('没有任何人说过黑屏');
    expect(assertions(text, matcher(text))).toEqual(['stated']);
  });
});
