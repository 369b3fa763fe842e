import type { Connector } from '../../contract/connector.ts';

const code = { var: 'body.code' };

/** 飞书群机器人: speaks to a group, 100 messages a minute, bodies up to 20 KB. Too fast is said with HTTP 400. */
export const feishuRobotConnector: Connector = {
  kind: 'feishu-robot',
  title: { 'zh-CN': '飞书群机器人', en: 'Feishu robot' },
  auth: ['feishuSign'],
  baseUrl: { setting: 'FEISHU_URL', otherwise: 'https://open.feishu.cn' },
  succeeds: { and: [{ '==': [{ var: 'status' }, 200] }, { '===': [code, 0] }] },
  throttles: { in: [code, [9499, 11232]] },
  refuses: { '!=': [code, 0] },
  errorText: 'body.msg',
  notice: { operation: 'send', format: 'feishu-card', maxBytes: 20_000, perMinute: 100, speaksTo: 'group' },
  operations: {
    send: { does: 'write', method: 'POST', path: '/open-apis/bot/v2/hook', delivery: { mode: 'atLeast' } },
  },
};
