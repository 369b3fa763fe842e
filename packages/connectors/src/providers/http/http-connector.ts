import type { Connector } from '../../contract/connector.ts';

/** Any JSON API: everything stands in the connection. */
export const httpConnector: Connector = {
  kind: 'http',
  title: { 'zh-CN': 'HTTP 接口', en: 'HTTP API' },
  auth: ['none', 'apiKey', 'basic', 'bearer', 'oauth2ClientCredentials', 'token', 'hmac'],
};
