import type { Workflow } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';

/** A published document, as data and by its type. */
export type WorkflowDocument = Workflow & JsonObject;

/** What the server sent, read as a workflow: it publishes nothing that the engine's parser has not accepted. */
export function workflowDocument(json: JsonObject): WorkflowDocument {
  return json as WorkflowDocument;
}
