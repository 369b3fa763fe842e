import { type Checked, checked, type Issue, issue, type Json } from '@paidan/engine/issue';
import { Check, Errors } from 'typebox/value';
import { type Connector, ConnectorShape } from './connector.ts';

/**
 * A connector out of its manifest, or every reason why it is none: what is not shaped like one, a write that does not say
 * what may be done after an unknown outcome, a question that is not among the operations, a call without method and path.
 */
export function defineConnector(manifest: Json): Checked<Connector> {
  if (!Check(ConnectorShape, manifest)) return { issues: Errors(ConnectorShape, manifest).map(shapeIssue) };
  const names = Object.keys(manifest.operations ?? {});
  return checked(manifest, [
    ...names.flatMap((name) => operationIssues(manifest, name)),
    ...noticeIssues(manifest, names),
  ]);
}

function shapeIssue(found: { readonly instancePath: string; readonly message: string }): Issue {
  return issue('connector/shape', found.instancePath, { found: found.message });
}

function operationIssues(manifest: Connector, name: string): readonly Issue[] {
  const operation = manifest.operations?.[name];
  if (operation === undefined) return [];
  const at = `/operations/${name}`;
  const { delivery } = operation;
  const complete = operation.method !== undefined && operation.path !== undefined;
  return [
    ...(complete ? [] : [issue('connector/request-missing', at, { operation: name })]),
    ...(operation.does === 'write' && delivery === undefined
      ? [issue('connector/delivery-missing', at, { operation: name })]
      : []),
    ...(delivery?.mode === 'probe' && manifest.operations?.[delivery.ask]?.does !== 'read'
      ? [issue('connector/ask-unknown', `${at}/delivery/ask`, { operation: name, ask: delivery.ask })]
      : []),
  ];
}

function noticeIssues({ notice }: Connector, names: readonly string[]): readonly Issue[] {
  if (notice === undefined || names.includes(notice.operation)) return [];
  return [
    issue('connector/ask-unknown', '/notice/operation', { operation: 'notice', ask: notice.operation }),
  ];
}
