import { readFileSync } from 'node:fs';
import { bundleWorkflow } from '@paidan/engine';
import type { Json, JsonObject } from '@paidan/engine/issue';
import { describe, expect, it } from 'vitest';
import { compileForm } from './compile/compile-form.ts';
import { formOf } from './compile/cut-form.ts';
import { formsKernel } from './compile/forms-kernel.ts';

const folder = new URL('../../../examples/security-aftersales/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Json;
const workflow = bundleWorkflow(read('security-aftersales.workflow.json'), read).value ?? {};
const ids = Object.keys((workflow['forms'] ?? {}) as JsonObject);

describe('the forms of the after-sales example', () => {
  it('are thirteen', () => {
    expect(ids).toHaveLength(13);
  });

  it.each(ids)('%s compiles without a finding', (id) => {
    expect(compileForm(formOf(workflow, id) ?? {}).issues).toEqual([]);
  });

  it.each(ids)('%s passes through the kernel the engine is handed', (id) => {
    const { value: port } = formsKernel.compile(workflow, id);
    expect(port?.hash).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(port?.writable.length).toBeGreaterThan(0);
  });

  it('keep their identity when another part of the workflow changes', () => {
    const changed = { ...workflow, title: 'x', clocks: {} };
    expect(formOf(changed, 'survey')).toEqual(formOf(workflow, 'survey'));
  });
});

describe('formsKernel', () => {
  it('names the nearest form when there is none of this name', () => {
    const { value, issues } = formsKernel.compile(workflow, 'surveys');
    expect(value).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'form/unknown', data: { nearest: 'survey' } }]);
  });

  it('settles answers onto the record: what changed, and the tags', () => {
    const { value: port } = formsKernel.compile(workflow, 'survey');
    const { value, issues } = port?.validate({
      values: { satisfied: true, rootCause: 'none' },
      record: { phone: '+8613812345678', sn: 'ABCD12345678', description: '黑屏三天' },
      stage: 'feedback',
      at: '2026-11-22T02:00:00.000Z',
      timeZone: 'Asia/Shanghai',
      channel: 'screen',
      actor: { id: 'customer', roles: ['customer'] },
      edited: [],
      acknowledged: [],
      lookups: {},
      workOrder: { id: 'wo-1' },
    }) ?? { issues: [] };
    expect(issues).toEqual([]);
    expect(value).toEqual({
      record: {
        phone: '+8613812345678',
        sn: 'ABCD12345678',
        description: '黑屏三天',
        survey: { satisfied: true, rootCause: 'none' },
      },
      changed: ['/survey/satisfied', '/survey/rootCause'],
      tags: ['satisfied.yes', 'cause.none'],
    });
  });
});
