import { dingtalkAppConnector } from '../providers/dingtalk/dingtalk-app-connector.ts';
import { dingtalkRobotConnector } from '../providers/dingtalk/dingtalk-robot-connector.ts';
import { feishuRobotConnector } from '../providers/feishu/feishu-robot-connector.ts';
import { httpConnector } from '../providers/http/http-connector.ts';
import { wecomAppConnector } from '../providers/wecom/wecom-app-connector.ts';
import { wecomRobotConnector } from '../providers/wecom/wecom-robot-connector.ts';
import type { Connector } from './connector.ts';

/** The kinds of systems Paidan knows, one folder of `providers` each. */
export const connectors: readonly Connector[] = [
  httpConnector,
  dingtalkRobotConnector,
  dingtalkAppConnector,
  wecomRobotConnector,
  wecomAppConnector,
  feishuRobotConnector,
];

/** The connector of a connection's `kind`. */
export function connectorOf(kind: string): Connector | undefined {
  return connectors.find((connector) => connector.kind === kind);
}
