import { issue, WorkflowFault } from '@paidan/engine/issue';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { ProblemBody } from '../contract/envelope.ts';
import { localeOf } from './locale.ts';
import { problemOf, refusalOf, refuse, refuseWith } from './problem.ts';
import { problemCatalog } from './problem-catalog.ts';

const occasion = { locale: 'zh-CN', instance: '/api/work-orders/1', reference: 'r-7f3a' } as const;
const shape = Compile(ProblemBody);

describe('problems', () => {
  it.each(Object.entries(problemCatalog))('say %s in both languages', (code, { title, detail, status }) => {
    expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
    expect(title['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(detail['zh-CN']).toMatch(/\p{Script=Han}.*[。]$/u);
    expect(title.en + detail.en).not.toMatch(/\p{Script=Han}/u);
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
    expect(holes(detail.en)).toEqual(holes(detail['zh-CN']));
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it('fill their sentence in the asked language', () => {
    const told = problemOf(refuse('limit/requests', { seconds: 9 }), { ...occasion, locale: 'en' });
    expect(told).toMatchObject({ status: 429, code: 'limit/requests', remedy: 'retry' });
    expect(told.detail).toContain('9 seconds');
    expect(shape.Check(told)).toBe(true);
  });

  it.each([
    ['event/moved-on', 409],
    ['event/not-available', 409],
    ['event/after-end', 409],
    ['event/not-permitted', 403],
    ['definition/unknown-key', 422],
    ['expression/type', 422],
  ] as const)('answer the issue %s with %i', (code, status) => {
    const told = problemOf(refuseWith([{ ...issue('event/moved-on', '/a'), code: code as never }]), occasion);
    expect(told).toMatchObject({ status, code, issues: [{ pointer: '/a' }] });
    expect(shape.Check(told)).toBe(true);
  });

  it('carry every issue with both sentences filled in', () => {
    const told = problemOf(refuseWith([issue('event/moved-on', '', { seq: 18, expected: 17 })]), occasion);
    expect(told.detail).toContain('第 18 步');
    expect(told.issues[0]?.message.en).toContain('18');
    expect(told.issues[0]?.data).toEqual({ seq: 18, expected: 17 });
  });

  it('tell nothing of the inside of a fault', () => {
    const told = problemOf(refusalOf(new Error('password=hunter2 at 10.0.0.3')), occasion);
    expect(JSON.stringify(told)).not.toContain('hunter2');
    expect(told).toMatchObject({ status: 500, reference: 'r-7f3a' });
    expect(told.detail).toContain('r-7f3a');
  });

  it('say that an outage passes', () => {
    const outages = [
      new WorkflowFault('store/unreachable', 'x', 'retry'),
      Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    ];
    for (const outage of outages) expect(problemOf(refusalOf(outage), occasion).status).toBe(503);
    expect(problemOf(refusalOf(new WorkflowFault('x/y', 'x', 'give-up')), occasion).status).toBe(500);
  });
});

it.each([
  ['en', 'en'],
  ['en-GB,zh;q=0.5', 'en'],
  ['zh-TW,en;q=0.9', 'zh-CN'],
  ['fr,en;q=0.1', 'en'],
  ['en;q=0', 'zh-CN'],
  ['', 'zh-CN'],
  [null, 'zh-CN'],
] as const)('of Accept-Language %j answers in %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});

it('puts a person’s own setting before the browser’s', () => {
  expect(localeOf('en', 'zh-CN')).toBe('zh-CN');
});
