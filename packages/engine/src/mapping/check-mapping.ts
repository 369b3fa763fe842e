import { checkExpression } from '../expression/check-expression.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { functionNames } from './function-catalog.ts';
import { isFullLine, strayKeys } from './mapping-line.ts';
import { stageOf } from './pipeline.ts';

const missingRules: readonly Json[] = ['fail', 'skip', 'null', 'hold'];

/**
 * Every problem of a mapping's own shape: keys that are no pointers, lines with stray keys, functions outside the
 * closed list, expressions outside the profile. Whether types fit is asked where both schemas are known.
 */
export function checkMapping(mapping: Json, pointer: string): readonly Issue[] {
  if (!isJsonObject(mapping)) return [issue('mapping/invalid-line', pointer, { key: typeof mapping })];
  return Object.entries(mapping).flatMap(([target, line]) => {
    const at = pointer + pointerOf(target);
    const key = /^(\/([^/~]|~[01])+)+$/.test(target)
      ? []
      : [issue('mapping/invalid-pointer', at, { key: target })];
    return [...key, ...(isFullLine(line) ? checkFullLine(line, at) : checkExpression(line, at))];
  });
}

function checkFullLine(line: JsonObject, pointer: string): readonly Issue[] {
  const { from, value, via = [], missing, emptyText } = line;
  const stray = [
    ...strayKeys(line),
    ...(from === undefined || isName(from) ? [] : ['from']),
    ...(missing === undefined || isMissingRule(missing) ? [] : ['missing']),
    ...(emptyText === undefined || emptyText === 'keep' ? [] : ['emptyText']),
  ];
  return [
    ...stray.map((key) => issue('mapping/invalid-line', pointer + pointerOf(key), { key })),
    ...(value === undefined ? [] : checkExpression(value, `${pointer}/value`)),
    ...checkPipeline(via, `${pointer}/via`),
  ];
}

function checkPipeline(via: Json, pointer: string): readonly Issue[] {
  if (!Array.isArray(via)) return [issue('mapping/invalid-line', pointer, { key: 'via' })];
  const stages: readonly Json[] = via;
  return stages.flatMap((written, index) => {
    const at = `${pointer}/${index}`;
    const stage = stageOf(written);
    if (stage === undefined) return [issue('mapping/invalid-line', at, { key: 'via' })];
    if (!functionNames.includes(stage.name)) {
      return [issue('mapping/unknown-function', at, { function: stage.name, known: functionNames })];
    }
    const inside = at + pointerOf(stage.name);
    if (stage.name === 'each') return checkPipeline(stage.argument, inside);
    return rulesIn(stage.name, stage.argument).flatMap(([key, rule]) => checkExpression(rule, inside + key));
  });
}

/** The expressions among a function's argument, with their place in it. */
function rulesIn(name: string, argument: Json): readonly (readonly [string, Json])[] {
  if (name === 'when' || name === 'filter') return [['', argument]];
  const listed = name === 'concat' || name === 'coalesce' || name === 'object';
  if (!listed || typeof argument !== 'object' || argument === null) return [];
  return Object.entries(argument).map(([key, rule]) => [pointerOf(key), rule]);
}

function isName(from: Json): boolean {
  return typeof from === 'string' && from !== '' && !from.split('.').includes('');
}

function isMissingRule(missing: Json): boolean {
  return missingRules.includes(missing) || (isJsonObject(missing) && Object.keys(missing).join() === 'use');
}
