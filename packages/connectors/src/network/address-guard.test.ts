import { describe, expect, test } from 'vitest';
import { judgeUrl, mayReach } from './address-guard.ts';
import { parseReach } from './allow-list.ts';
import vectors from './vectors/guard.json' with { type: 'json' };

const refused = Object.entries(vectors.refused).flatMap(([kind, urls]) => urls.map((url) => ({ kind, url })));

describe('the guard against private networks', () => {
  test.each(refused)('refuses $kind: $url', ({ url }) => {
    expect(judgeUrl(url, [])).toMatchObject({ kind: 'refused' });
  });

  test.each(vectors.passes)('lets $url pass with "$reach" opened', ({ url, reach }) => {
    expect(judgeUrl(url, parseReach(reach))).toMatchObject({ kind: 'allowed' });
  });

  test.each(vectors.neighbours)('keeps $url shut with "$reach" opened', ({ url, reach }) => {
    expect(judgeUrl(url, parseReach(reach))).toMatchObject({ kind: 'refused' });
  });

  test('opens a name only under its own host and port', () => {
    const reach = parseReach('erp.intranet:8443');
    const inside = { host: 'erp.intranet', address: '10.3.0.4', port: 8443 };
    expect(mayReach(reach, inside)).toBe(true);
    expect(mayReach(reach, { ...inside, host: 'crm.intranet' })).toBe(false);
    expect(mayReach(reach, { ...inside, port: 443 })).toBe(false);
  });

  test('reads nothing out of a reach entry it does not understand', () => {
    expect(parseReach('10.0.0.0/99 :80 http://x/ 10.0.0.1:x')).toEqual([]);
  });
});
