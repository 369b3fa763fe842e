import type { Article, Knowledge, Recogniser } from '@paidan/engine/definition';
import type { Text } from '@paidan/engine/issue';
import { hanBigrams } from '@paidan/engine/text';
import MiniSearch from 'minisearch';
import { recognise } from './recognise.ts';

/** A suggested remedy; `score` is rounded to a millionth, so that every runtime ranks alike. */
export interface RankedArticle {
  readonly id: string;
  readonly title: Text;
  readonly body: Text;
  readonly score: number;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly tags: string;
  readonly body: string;
}

const fields = ['title', 'tags', 'body'] as const;
const defaults = { top: 3, minScore: 1, weights: { title: 3, tags: 4, body: 1 }, tagBoost: 2 };
const indexes = new WeakMap<Knowledge, MiniSearch<Entry>>();

/**
 * At most `top` articles for a text, none below `minScore`, best first, equal scores by article id.
 *
 * MiniSearch's BM25+ (Lv and Zhai, 2011, "Lower-bounding term frequency normalization") over Han bigrams and whole
 * Latin words. The query is the text and, `tagBoost` times as heavy, the tags it states.
 */
export function rankArticles(
  knowledge: Knowledge,
  recogniser: Recogniser,
  text: string,
): readonly RankedArticle[] {
  const { top, minScore, tagBoost } = { ...defaults, ...knowledge };
  const index = indexOf(knowledge);
  const scores = new Map<string, number>();
  add(scores, index, text, 1);
  for (const tag of statedTags(recogniser, text)) add(scores, index, tagWord(tag), tagBoost);
  return [...scores]
    .map(([id, score]) => ({ id, score: Math.round(score * 1e6) / 1e6 }))
    .filter(({ score }) => score >= minScore)
    .toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .slice(0, top)
    .flatMap(({ id, score }) => {
      const article = knowledge.articles[id];
      return article === undefined ? [] : [{ id, title: article.title, body: article.body, score }];
    });
}

function add(scores: Map<string, number>, index: MiniSearch<Entry>, query: string, weight: number): void {
  for (const { id, score } of index.search(query)) scores.set(id, (scores.get(id) ?? 0) + score * weight);
}

function statedTags(recogniser: Recogniser, text: string): ReadonlySet<string> {
  return new Set(
    recognise(recogniser, text)
      .filter(({ status }) => status === 'stated')
      .map(({ term }) => term),
  );
}

function indexOf(knowledge: Knowledge): MiniSearch<Entry> {
  const known = indexes.get(knowledge);
  if (known !== undefined) return known;
  const weights = knowledge.weights ?? defaults.weights;
  const index = new MiniSearch<Entry>({
    fields: [...fields],
    tokenize: (text) => [...hanBigrams(text)],
    // The tokenizer has normalised already; MiniSearch's own lower-casing would depend on the locale.
    processTerm: (term) => term,
    searchOptions: { boost: weights, combineWith: 'OR' },
  });
  const ids = Object.keys(knowledge.articles).toSorted();
  index.addAll(ids.flatMap((id) => entryOf(id, knowledge.articles[id])));
  indexes.set(knowledge, index);
  return index;
}

function entryOf(id: string, article: Article | undefined): readonly Entry[] {
  if (article === undefined) return [];
  const { title, body, tags, models } = article;
  return [
    {
      id,
      title: everyLanguage(title),
      body: everyLanguage(body),
      tags: [...tags.map(tagWord), ...(models ?? [])].join(' '),
    },
  ];
}

/** A tag as one word of the index that no text can contain by accident. */
function tagWord(tag: string): string {
  return `tag${tag.replace(/[^A-Za-z0-9]/g, '').toLowerCase()}`;
}

function everyLanguage(text: Text): string {
  return typeof text === 'string' ? text : Object.values(text).join('\n');
}
