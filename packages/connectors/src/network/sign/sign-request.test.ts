import { describe, expect, test } from 'vitest';
import type { Draft } from '../draft.ts';
import { dingtalkSignature } from './dingtalk-sign.ts';
import { feishuSignature } from './feishu-sign.ts';
import { type FilledAuthentication, signRequest } from './sign-request.ts';

const at = '2026-01-08T01:12:00.000Z';
const draft: Draft = { method: 'POST', url: 'https://erp.example/fees?x=1', headers: {}, body: { a: 1 } };

describe('signing', () => {
  test('[S43] signs for DingTalk as its page does', () => {
    const expected = 'Za%2Fne6w2koB8B4ROVlgTNd%2FX%2B%2FFbyDpZrXLz57xNZSA%3D';
    expect(encodeURIComponent(dingtalkSignature('SECtest', 1577262236757))).toBe(expected);
    const signed = signRequest(
      draft,
      { kind: 'dingtalkSign', token: 't', key: 'SECtest' },
      '2019-12-25T08:23:56.757Z',
    );
    expect(signed.url).toBe(
      `https://erp.example/fees?x=1&access_token=t&timestamp=1577262236757&sign=${expected}`,
    );
  });

  test('[S43] signs for Feishu as its page does', () => {
    expect(feishuSignature('test', 1599360473)).toBe('NVcdmaRhTlOqmXksontxmKEP4AYWAMD5VOczwSqarks=');
    const signed = signRequest(
      draft,
      { kind: 'feishuSign', hook: 'h1', key: 'test' },
      '2020-09-06T02:47:53.000Z',
    );
    expect(signed.url).toBe('https://erp.example/fees/h1?x=1');
    expect(signed.body).toEqual({
      timestamp: '1599360473',
      sign: 'NVcdmaRhTlOqmXksontxmKEP4AYWAMD5VOczwSqarks=',
      a: 1,
    });
  });

  const cases: { readonly auth: FilledAuthentication; readonly expected: Partial<Draft> }[] = [
    { auth: { kind: 'none' }, expected: draft },
    {
      auth: { kind: 'apiKey', in: 'header', name: 'X-Api-Key', key: 'k' },
      expected: { headers: { 'X-Api-Key': 'k' } },
    },
    {
      auth: { kind: 'apiKey', in: 'query', name: 'key', key: 'a b' },
      expected: { url: `${draft.url}&key=a+b` },
    },
    {
      auth: { kind: 'basic', user: '张', password: 'p' },
      expected: { headers: { Authorization: 'Basic 5bygOnA=' } },
    },
    { auth: { kind: 'bearer', token: 't' }, expected: { headers: { Authorization: 'Bearer t' } } },
    { auth: { kind: 'wecomKey', key: 'w' }, expected: { url: `${draft.url}&key=w` } },
  ];

  test.each(cases)('proves the sender by $auth.kind', ({ auth, expected }) => {
    expect(signRequest(draft, auth, at)).toMatchObject(expected);
  });

  test('binds a template signature to method, path, instant and body', () => {
    const auth = {
      kind: 'hmac',
      key: 'k',
      sign: '{method}{path}{timestamp}{bodySha256}',
      header: 'X-Sign',
    } as const;
    const signature = (changed: Partial<Draft>, instant = at) =>
      signRequest({ ...draft, ...changed }, auth, instant).headers['X-Sign'];
    const all = [
      signature({}),
      signature({ method: 'PUT' }),
      signature({ url: 'https://erp.example/fees?x=2' }),
      signature({ body: { a: 2 } }),
      signature({}, '2026-01-08T01:12:01.000Z'),
    ];
    expect(new Set(all).size).toBe(5);
    expect(signature({})).toBe(signature({}));
  });
});
