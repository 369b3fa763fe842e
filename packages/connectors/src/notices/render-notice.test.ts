import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noticeFormats } from '../contract/connector.ts';
import { chooseConnection } from './choose-connection.ts';
import { cutText, utf8Bytes } from './cut-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { Notice } from './notice.ts';
import { renderNotice } from './render-notice.ts';

const notice: Notice = {
  title: '财务确认失败',
  text: { 'zh-CN': '**{number}** 财务确认失败：{code}', en: '**{number}** finance sync failed: {code}' },
  parameters: { number: 'WO-2031', code: '50001' },
  locale: 'zh-CN',
  readers: [{ name: '陈敏', userId: 'head-1' }],
};
const bodyBytes = (body: object) => utf8Bytes(JSON.stringify(body));

describe('a notice', () => {
  test('[S43] for DingTalk names in the text whom it mentions', () => {
    expect(renderNotice(notice, { format: 'dingtalk-markdown', maxBytes: 20_000 })).toEqual({
      msgtype: 'markdown',
      markdown: { title: '财务确认失败', text: '**WO\\-2031** 财务确认失败：50001 @head-1' },
      at: { atMobiles: [], atUserIds: ['head-1'], isAtAll: false },
    });
  });

  test('[S43] for WeCom and Feishu has their mentions', () => {
    const wecom = renderNotice(notice, { format: 'wecom-markdown', maxBytes: 4096 });
    expect(JSON.stringify(wecom)).toContain('50001 <@head-1>');
    const feishu = renderNotice(notice, { format: 'feishu-card', maxBytes: 20_000 });
    expect(JSON.stringify(feishu)).toContain('<at id=head-1></at>');
  });

  test('[S43] 4,097 bytes of Chinese for WeCom are cut at a character', () => {
    const long = { ...notice, readers: [], text: { 'zh-CN': `${'障'.repeat(1365)}ab`, en: '' } };
    const { markdown } = renderNotice(long, { format: 'wecom-markdown', maxBytes: 4096 }) as {
      markdown: { content: string };
    };
    expect(utf8Bytes(long.text['zh-CN'])).toBe(4097);
    expect(markdown.content).toBe(`${'障'.repeat(1364)}…`);
  });

  test('[S43] stays under the limit of every system, whatever it says', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 4000 });
    fc.assert(
      fc.property(fc.constantFrom(...noticeFormats), text, (format, code) => {
        const body = renderNotice(
          { ...notice, parameters: { number: '1', code } },
          { format, maxBytes: 600 },
        );
        expect(body).toEqual(JSON.parse(JSON.stringify(body)));
        if (format === 'dingtalk-markdown' || format === 'feishu-card')
          expect(bodyBytes(body)).toBeLessThanOrEqual(600);
        else
          expect(utf8Bytes(String(Object(body['markdown'])['content'] ?? body['text']))).toBeLessThanOrEqual(
            600,
          );
      }),
      { numRuns: 60 },
    );
  });

  test('a value can become neither markup nor a mention', () => {
    const value = '**x** [a](http://b) <@all> @所有人\n# 标题';
    expect(escapeMarkdown(value)).toBe('\\*\\*x\\*\\* \\[a\\]\\(http://b\\) &lt;＠all&gt; ＠所有人 \\# 标题');
  });
});

describe('cutting', () => {
  test('keeps valid text, never longer than allowed, and all of what fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 3, max: 60 }), (text, most) => {
        const cut = cutText(text, most);
        expect(utf8Bytes(cut)).toBeLessThanOrEqual(most);
        if (utf8Bytes(text) <= most) expect(cut).toBe(text);
        else expect(text.startsWith(cut.slice(0, -1))).toBe(true);
      }),
    );
  });
});

describe('who carries a notice', () => {
  const connections = {
    it: { kind: 'dingtalk-robot', channel: 'dingtalk', audience: { role: 'it-lead' }, fallback: 'ops' },
    duty: { kind: 'dingtalk-robot', channel: 'dingtalk', audience: { role: 'duty-chief' }, fallback: 'ops' },
    ops: { kind: 'feishu-robot', channel: 'feishu' },
    app: { kind: 'wecom-app', channel: 'duty' },
  };

  test.each([
    [{ by: 'dingtalk', role: 'it-lead' }, 'it'],
    [{ by: 'dingtalk', role: 'duty-chief' }, 'duty'],
    [{ by: 'dingtalk', role: 'finance' }, undefined],
    [{ by: 'duty', role: 'finance' }, 'app'],
    [{ by: 'ops', role: 'finance' }, 'ops'],
    [{ by: 'dingtalk', role: 'it-lead', avoiding: ['it'] }, 'ops'],
    [{ by: 'dingtalk', role: 'it-lead', avoiding: ['it', 'ops'] }, undefined],
  ])('%j goes by %s', (wanted, expected) => {
    expect(chooseConnection(connections, wanted)).toBe(expected);
  });
});
