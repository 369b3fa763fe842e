import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { bundleWorkflow, parseWorkflow, type Workflow } from '@paidan/engine';
import type { Checked, Issue, Json, JsonObject } from '@paidan/engine/issue';
import { BadUse } from './bad-use.ts';

/** The JSON in a file. No such file, or no JSON, is bad use. */
export function readJson(folder: string, file: string): Json {
  const path = resolve(folder, file);
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new BadUse({ 'zh-CN': `${file} 不是 JSON：${why}`, en: `${file} is no JSON: ${why}` });
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new BadUse({ 'zh-CN': `读不到文件 ${path}`, en: `Cannot read ${path}` });
  }
}

/** A document with its references replaced by the files beside it. */
export function bundleFile(folder: string, file: string): Checked<JsonObject> {
  const beside = dirname(resolve(folder, file));
  return bundleWorkflow(readJson(folder, file), (path) => {
    try {
      return readJson(beside, path);
    } catch (error) {
      // A missing part is a finding at its reference, with the pointer of the author's document.
      if (error instanceof BadUse) return undefined;
      throw error;
    }
  });
}

export interface ReadWorkflow {
  readonly document?: JsonObject;
  readonly workflow?: Workflow;
  readonly issues: readonly Issue[];
}

export function readWorkflow(folder: string, file: string): ReadWorkflow {
  const bundled = bundleFile(folder, file);
  if (bundled.value === undefined) return { issues: bundled.issues };
  const parsed = parseWorkflow(bundled.value);
  const issues = [...bundled.issues, ...parsed.issues];
  return {
    document: bundled.value,
    issues,
    ...(parsed.value === undefined ? {} : { workflow: parsed.value }),
  };
}
