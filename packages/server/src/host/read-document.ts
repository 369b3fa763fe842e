import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleWorkflow } from '@paidan/engine';
import { type Checked, isJsonObject, type Json, type JsonObject, WorkflowFault } from '@paidan/engine/issue';

/** The workflow of a file with everything it refers to inlined, or what is missing. */
export async function readDocument(path: string): Promise<Checked<JsonObject>> {
  const document = await readJson(path);
  if (document === undefined) {
    throw new WorkflowFault('document/unreadable', `${path} cannot be read as JSON`, 'give-up');
  }
  const files = new Map<string, Json>();
  await readReferred(dirname(path), document, files);
  return bundleWorkflow(document, (name) => files.get(name));
}

/** Files a document names, and those that they name; a missing one is left to `bundleWorkflow`, which points at it. */
async function readReferred(folder: string, value: Json, files: Map<string, Json>): Promise<void> {
  for (const name of namesIn(value)) {
    if (files.has(name)) continue;
    const content = await readJson(join(folder, name));
    if (content === undefined) continue;
    files.set(name, content);
    await readReferred(folder, content, files);
  }
}

function namesIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isReference =
      (key === 'ref' || key === '$ref') && typeof inner === 'string' && inner.startsWith('.');
    return isReference ? [(inner.split('#')[0] ?? '').replace(/^\.\//, '')] : namesIn(inner);
  });
}

async function readJson(path: string): Promise<Json | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isAbsent || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
