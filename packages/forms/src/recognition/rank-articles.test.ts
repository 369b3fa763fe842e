import type { Knowledge, Recogniser } from '@paidan/engine/definition';
import { describe, expect, it } from 'vitest';
import articles from '../../../../examples/security-aftersales/knowledge/articles.json' with { type: 'json' };
import { rankArticles } from './rank-articles.ts';

const recogniser: Recogniser = {
  reads: '/description',
  terms: {
    'black-screen': { words: ['黑屏', '没画面'] },
    offline: { words: ['离线', '掉线'] },
    reboot: { words: ['反复重启'] },
  },
};
const knowledge: Knowledge = { articles, top: 3, minScore: 1 };
const idsFor = (text: string, set: Knowledge = knowledge) =>
  rankArticles(set, recogniser, text).map(({ id }) => id);

describe('rankArticles', () => {
  it('[S17] shows at most three, best first', () => {
    const ranked = rankArticles(knowledge, recogniser, '夜里黑屏，白天正常');
    expect(ranked).toHaveLength(3);
    expect(ranked[0]?.id).toBe('ipc-black-screen-night');
    expect(ranked.map(({ score }) => score)).toEqual(
      ranked.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });

  it.each([
    ['换了交换机门禁离线', 'access-offline-controller'],
    ['升级固件以后一直反复重启', 'firmware-reboot-loop'],
    ['刷卡没反应', 'access-card-refused'],
    ['the face is not recognised', 'access-face-refused'],
    ['录像机硬盘满了', 'nvr-disk-full'],
    ['雷雨以后设备离线', 'storm-offline-surge'],
  ])('[S17] finds the remedy for %s among the first three', (text, id) => {
    expect(idsFor(text)).toContain(id);
  });

  it('[S17] shows nothing rather than filler when nothing reaches the minimum', () => {
    expect(idsFor('请问发票怎么开')).toHaveLength(0);
    expect(idsFor('黑屏', { ...knowledge, minScore: 1000 })).toEqual([]);
    expect(idsFor('')).toEqual([]);
  });

  it('[S17] orders equal scores by id, whatever the order of the file', () => {
    const same = { title: '黑屏', tags: ['black-screen'], body: '重启' };
    const set = { articles: { c: same, a: same, d: same, b: same } };
    expect(idsFor('黑屏', set)).toEqual(['a', 'b', 'c']);
  });

  it('[S17] lets a stated word weigh more than a denied one', () => {
    const set = {
      articles: {
        black: { title: '故障一', tags: ['black-screen'], body: '甲' },
        offline: { title: '故障二', tags: ['offline'], body: '乙' },
      },
      minScore: 0.01,
    };
    const denying = { ...recogniser, negation: { window: 4, before: ['没有'], after: [] } };
    expect(rankArticles(set, denying, '没有黑屏，是离线').map(({ id }) => id)).toEqual(['offline']);
  });
});
