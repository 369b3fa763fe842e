import type { Draws } from './draws.ts';

const families = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁任沈姚卢',
];
const givens = [
  '志强',
  '敏',
  '建华',
  '晓东',
  '丽娟',
  '伟',
  '海燕',
  '俊杰',
  '静',
  '国栋',
  '小红',
  '文博',
  '婷婷',
  '明辉',
  '雪梅',
  '子轩',
  '浩然',
  '玉兰',
  '振宇',
  '佳怡',
  '鹏飞',
  '秀英',
  '天宇',
  '思远',
  '嘉豪',
  '美玲',
  '永康',
  '春燕',
  '立新',
  '慧敏',
  '家乐',
  '少华',
];

/** Invented names, each given out once. */
export function namesFrom(draws: Draws): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const name = draws.one(families) + draws.one(givens);
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}
