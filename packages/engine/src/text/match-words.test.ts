import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hanBigrams } from './han-bigrams.ts';
import { compileWords } from './match-words.ts';
import { normaliseText } from './normalise.ts';

describe('compileWords', () => {
  it('takes the longest word at a place and never overlaps', () => {
    const matcher = compileWords({ short: ['重启'], long: ['反复重启'] });
    expect(matcher('反复重启重启')).toEqual([
      { term: 'long', start: 0, end: 4 },
      { term: 'short', start: 4, end: 6 },
    ]);
  });

  it('reads characters with a meaning in patterns as themselves', () => {
    expect(compileWords({ dot: ['a.b(c)'] })('axb(c) a.b(c)')).toEqual([{ term: 'dot', start: 7, end: 13 }]);
  });

  it('finds nothing where there are no words', () => {
    expect(compileWords({ none: [] })('黑屏')).toEqual([]);
  });

  it('finds every word in whatever text it is put', () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const { text } = normaliseText(`${before}，黑屏，${after}`);
        return compileWords({ black: ['黑屏'] })(text).some(({ term }) => term === 'black');
      }),
    );
  });
});

describe('normaliseText', () => {
  it('leads every unit back to the typed characters', () => {
    const { text, starts, ends } = normaliseText('ＮＶＲ 黑 屏');
    expect(text).toBe('nvr 黑屏');
    expect([starts[5], ends[5]]).toEqual([6, 7]);
  });

  it('keeps offsets inside the typed text and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        const { text, starts, ends } = normaliseText(typed);
        expect(starts).toHaveLength(text.length);
        expect(starts.every((start, index) => start >= (starts[index - 1] ?? 0))).toBe(true);
        expect(ends.every((end) => end <= typed.length)).toBe(true);
      }),
    );
  });
});

describe('hanBigrams', () => {
  it.each([
    ['黑屏离线', ['黑屏', '屏离', '离线']],
    ['NVR黑屏', ['nvr', '黑屏']],
    ['门', ['门']],
    ['', []],
    ['摄像机 offline 2.4G', ['摄像', '像机', 'offline', '2', '4g']],
  ])('cuts %s', (text, terms) => {
    expect(hanBigrams(text)).toEqual(terms);
  });
});
