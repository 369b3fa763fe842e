import { generateSchema, printJson } from '../../packages/engine/src/index.ts';
import { partComments } from './part-comments.ts';
import { referencePage } from './reference-page.ts';

/** Path from the root to text, of everything printed from the shapes of the workflow format. */
export function publishedFiles(): { readonly [path: string]: string } {
  const schema = generateSchema();
  return {
    'packages/engine/schema/workflow.schema.json': `${printJson(schema)}\n`,
    'docs/reference/workflow.md': referencePage(schema, partComments()),
  };
}
