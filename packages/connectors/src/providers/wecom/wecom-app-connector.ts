import type { Connector } from '../../contract/connector.ts';

const errcode = { var: 'body.errcode' };
const unreached = { '!!': [{ or: [{ var: 'body.invaliduser' }, { var: 'body.unlicenseduser' }] }] };

/** 企业微信应用消息: speaks to a person. An answer that lists the reader as unreachable is a refusal, whatever its code. */
export const wecomAppConnector: Connector = {
  kind: 'wecom-app',
  title: { 'zh-CN': '企业微信应用消息', en: 'WeCom application message' },
  auth: ['token'],
  baseUrl: { setting: 'WECOM_URL', otherwise: 'https://qyapi.weixin.qq.com' },
  tokenFrom: { '/corpid': { setting: 'WECOM_CORP_ID' }, '/corpsecret': { secret: 'wecom-corp-secret' } },
  succeeds: { and: [{ '==': [{ var: 'status' }, 200] }, { '===': [errcode, 0] }, { '!': [unreached] }] },
  credentialFails: { in: [errcode, [40014, 42001]] },
  throttles: { '==': [errcode, 45009] },
  refuses: { or: [{ '!=': [errcode, 0] }, unreached] },
  errorText: 'body.errmsg',
  notice: {
    operation: 'send',
    format: 'wecom-app-markdown',
    maxBytes: 2048,
    perMinute: 200,
    speaksTo: 'person',
  },
  operations: {
    getToken: {
      does: 'read',
      method: 'GET',
      path: '/cgi-bin/gettoken',
      query: ['corpid', 'corpsecret'],
      delivery: { mode: 'natural' },
      output: {
        type: 'object',
        required: ['access_token', 'expires_in'],
        properties: { access_token: { type: 'string' }, expires_in: { type: 'integer' } },
      },
    },
    send: {
      does: 'write',
      method: 'POST',
      path: '/cgi-bin/message/send',
      delivery: { mode: 'atLeast' },
      output: { type: 'object', properties: { msgid: { type: 'string' } } },
    },
  },
};
