export type { Connector, NoticeFormat } from './contract/connector.ts';
export { authenticationKinds, ConnectorShape, noticeFormats } from './contract/connector.ts';
export { connectorOf, connectors } from './contract/connector-catalog.ts';
