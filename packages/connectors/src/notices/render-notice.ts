import { fillPattern, type Json, type JsonObject } from '@paidan/engine/issue';
import type { NoticeFormat } from '../contract/connector.ts';
import { cutText, utf8Bytes } from './cut-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { Notice, Reader } from './notice.ts';

/** What a notice becomes for one system: the request of its notice operation, within the system's limit. */
export function renderNotice(
  notice: Notice,
  form: { readonly format: NoticeFormat; readonly maxBytes: number; readonly agentId?: string },
): JsonObject {
  switch (form.format) {
    case 'dingtalk-markdown':
      return wholeWithin(notice, form.maxBytes, dingtalkBody);
    case 'feishu-card':
      return wholeWithin(notice, form.maxBytes, feishuBody);
    case 'wecom-markdown':
      return {
        msgtype: 'markdown',
        markdown: { content: contentWithin(notice, form.maxBytes, mentionsInWecom(notice)) },
      };
    case 'wecom-app-markdown':
      return wecomAppBody(notice, contentWithin(notice, form.maxBytes, ''), form.agentId);
    case 'plain-text':
      return {
        to: notice.readers.map(addressOf).join(','),
        text: cutText(filled(notice, plain), form.maxBytes),
      };
  }
}

type Body = (notice: Notice, text: string) => JsonObject;

/** The limit counts the whole body, so a text is measured as it stands in it. */
function wholeWithin(notice: Notice, maxBytes: number, body: Body): JsonObject {
  const measure = (text: string) => utf8Bytes(JSON.stringify(body(notice, text)));
  return body(notice, cutText(filled(notice, escapeMarkdown), maxBytes, { measure }));
}

function contentWithin(notice: Notice, maxBytes: number, mentions: string): string {
  return cutText(filled(notice, escapeMarkdown), maxBytes - utf8Bytes(mentions)) + mentions;
}

function dingtalkBody(notice: Notice, text: string): JsonObject {
  const atUserIds = notice.readers.flatMap(({ userId }) => (userId === undefined ? [] : [userId]));
  const atMobiles = notice.readers.flatMap(({ userId, mobile }) =>
    userId === undefined && mobile ? [mobile] : [],
  );
  // DingTalk mentions only whom the text names as well.
  const mentions = [...atUserIds, ...atMobiles].map((id) => ` @${id}`).join('');
  const markdown = { title: notice.title, text: text + mentions };
  return { msgtype: 'markdown', markdown, at: { atMobiles, atUserIds, isAtAll: false } };
}

function feishuBody(notice: Notice, text: string): JsonObject {
  const mentions = notice.readers.flatMap(({ userId }) =>
    userId === undefined ? [] : [`<at id=${userId}></at>`],
  );
  const header = { title: { tag: 'plain_text', content: notice.title } };
  return {
    msg_type: 'interactive',
    card: { header, elements: [{ tag: 'markdown', content: [text, ...mentions].join(' ') }] },
  };
}

function mentionsInWecom(notice: Notice): string {
  return notice.readers.flatMap(({ userId }) => (userId === undefined ? [] : [` <@${userId}>`])).join('');
}

function wecomAppBody(notice: Notice, content: string, agentId: string | undefined): JsonObject {
  return {
    touser: notice.readers.flatMap(({ userId }) => (userId === undefined ? [] : [userId])).join('|'),
    agentid: Number(agentId ?? 0),
    msgtype: 'markdown',
    markdown: { content },
    enable_duplicate_check: 1,
  };
}

function filled(notice: Notice, spell: (text: string) => string): string {
  const values = Object.entries(notice.parameters).map(([name, value]) => [name, spelled(value, spell)]);
  return fillPattern(notice.text[notice.locale], Object.fromEntries(values), notice.locale);
}

function spelled(value: Json, spell: (text: string) => string): Json {
  if (typeof value === 'string') return spell(value);
  if (Array.isArray(value)) return value.map((one) => spelled(one, spell));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spelled(inner, spell)]));
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function addressOf(reader: Reader): string {
  return reader.mobile ?? reader.userId ?? reader.name;
}
