import type { Connector } from '../../contract/connector.ts';

/** 钉钉应用: approvals. An approval is started under our effect id and read back by its instance id. */
export const dingtalkAppConnector: Connector = {
  kind: 'dingtalk-app',
  title: { 'zh-CN': '钉钉应用', en: 'DingTalk application' },
  auth: ['token'],
  baseUrl: { setting: 'DINGTALK_API_URL', otherwise: 'https://api.dingtalk.com' },
  tokenFrom: { '/appKey': { setting: 'DINGTALK_APP_KEY' }, '/appSecret': { secret: 'dingtalk-app-secret' } },
  succeeds: { '==': [{ var: 'status' }, 200] },
  credentialFails: { '==': [{ var: 'body.code' }, 'InvalidAuthentication'] },
  errorText: 'body.message',
  operations: {
    getToken: {
      does: 'read',
      method: 'POST',
      path: '/v1.0/oauth2/accessToken',
      delivery: { mode: 'natural' },
      output: {
        type: 'object',
        required: ['accessToken', 'expireIn'],
        properties: { accessToken: { type: 'string' }, expireIn: { type: 'integer' } },
      },
    },
    startApproval: {
      does: 'write',
      method: 'POST',
      path: '/v1.0/workflow/processInstances',
      delivery: { mode: 'key', pointer: '/requestId' },
      outputFrom: 'body.instanceId',
      output: { type: 'string' },
    },
    approvalById: {
      does: 'read',
      method: 'GET',
      path: '/v1.0/workflow/processInstances',
      query: ['processInstanceId'],
      delivery: { mode: 'natural' },
      outputFrom: 'body.result',
      output: {
        type: 'object',
        required: ['status'],
        properties: { status: { type: 'string' }, result: { type: 'string' }, title: { type: 'string' } },
      },
    },
  },
};
