import type { Connector } from '../../contract/connector.ts';

const errcode = { var: 'body.errcode' };

/** 企业微信群机器人: speaks to a group, 20 messages a minute, Markdown up to 4,096 bytes. */
export const wecomRobotConnector: Connector = {
  kind: 'wecom-robot',
  title: { 'zh-CN': '企业微信群机器人', en: 'WeCom robot' },
  auth: ['wecomKey'],
  baseUrl: { setting: 'WECOM_URL', otherwise: 'https://qyapi.weixin.qq.com' },
  succeeds: { and: [{ '==': [{ var: 'status' }, 200] }, { '===': [errcode, 0] }] },
  throttles: { '==': [errcode, 45009] },
  refuses: { '!=': [errcode, 0] },
  errorText: 'body.errmsg',
  notice: { operation: 'send', format: 'wecom-markdown', maxBytes: 4096, perMinute: 20, speaksTo: 'group' },
  operations: {
    send: { does: 'write', method: 'POST', path: '/cgi-bin/webhook/send', delivery: { mode: 'atLeast' } },
  },
};
