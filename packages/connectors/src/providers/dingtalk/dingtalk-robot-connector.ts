import type { Connector } from '../../contract/connector.ts';

const errcode = { var: 'body.errcode' };

/** 钉钉群机器人: speaks to a group. Over 20 messages a minute it falls silent for ten. */
export const dingtalkRobotConnector: Connector = {
  kind: 'dingtalk-robot',
  title: { 'zh-CN': '钉钉群机器人', en: 'DingTalk robot' },
  auth: ['dingtalkSign'],
  baseUrl: { setting: 'DINGTALK_ROBOT_URL', otherwise: 'https://oapi.dingtalk.com' },
  succeeds: { and: [{ '==': [{ var: 'status' }, 200] }, { '===': [errcode, 0] }] },
  throttles: { in: [errcode, [130101, 410100]] },
  refuses: { '!=': [errcode, 0] },
  errorText: 'body.errmsg',
  notice: {
    operation: 'send',
    format: 'dingtalk-markdown',
    maxBytes: 20_000,
    perMinute: 20,
    speaksTo: 'group',
  },
  operations: { send: { does: 'write', method: 'POST', path: '/robot/send', delivery: { mode: 'atLeast' } } },
};
