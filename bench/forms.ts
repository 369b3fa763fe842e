import type { JsonObject } from '@paidan/engine/issue';
import { compileForm } from '@paidan/forms';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type BenchLine, type BenchRun, benchLine, compare, repeat } from './harness.ts';

const fieldCount = 500;
const conditionCount = 50;
const names = Array.from({ length: fieldCount }, (_, index) => `f${index}`);

const record: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(names.map((name, index) => [name, schemaOf(index)])),
};

function schemaOf(index: number): JsonObject {
  if (index % 3 === 0) return { type: 'integer', minimum: 0, maximum: 1000 };
  if (index % 3 === 1) return { enum: ['red', 'green', 'blue'] };
  return { type: 'string', minLength: 1, maxLength: 200, pattern: '^[a-z ]+$' };
}

function fieldOf(name: string, index: number): JsonObject {
  const kind = index % 3 === 0 ? 'number' : 'text';
  const every = fieldCount / conditionCount;
  const visible = { '!=': [{ var: `record.f${index - 1}` }, 'hidden'] };
  const isConditional = index % every === every - 1;
  return { kind, at: `/${name}`, label: name, ...(isConditional ? { visible } : {}) };
}

const form = {
  id: 'wide',
  writes: '',
  record,
  form: {
    title: 'wide',
    stages: { trigger: { required: names.slice(0, 20) } },
    order: ['all'],
    sections: { all: { title: 'all', order: names } },
    fields: Object.fromEntries(names.map((name, index) => [name, fieldOf(name, index)])),
  },
};

function answers(isValid: boolean): JsonObject {
  const value = (index: number) => {
    if (!isValid && index % 100 === 0) return 5000;
    if (index % 3 === 0) return index;
    return index % 3 === 1 ? 'green' : 'the picture is black';
  };
  return Object.fromEntries(names.map((name, index) => [name, value(index)]));
}

/** 500 fields, 50 conditions: the whole verdict, visibility and omission included, against raw compiled ajv. */
export const run: BenchRun = async function* (wanted): AsyncGenerator<BenchLine> {
  const { value: compiled, issues } = compileForm(form);
  if (compiled === undefined) throw new Error(JSON.stringify(issues));
  const check = new Ajv2020({ allErrors: true }).compile(record);
  for (const isValid of [true, false]) {
    const name = `forms-validate-500-${isValid ? 'valid' : 'invalid'}`;
    if (!wanted(name)) continue;
    const values = answers(isValid);
    const verdict = compiled.validate(values, { stage: 'trigger' });
    if ((verdict.value !== undefined) !== check(values)) throw new Error('The two verdicts differ');
    const ours = repeat(() => compiled.validate(values, { stage: 'trigger' }));
    yield benchLine(name, await compare({ ours, rival: repeat(() => check(values)), turnMs: 400 }));
  }
};
