import { readFileSync } from 'node:fs';
import { type Entry, parseWorkflow } from '@paidan/engine';
import { describe, expect, it } from 'vitest';
import type { JournalRow } from '../../store/journal-rows.ts';
import { timelineOf } from './timeline.ts';

const example = new URL('../../../../../examples/two-step/two-step.workflow.json', import.meta.url);
const { value } = parseWorkflow(JSON.parse(readFileSync(example, 'utf8')));
if (value === undefined) throw new Error('the example is broken');
const workflow = value;
const reader = { workflow, roles: ['worker'], names: { u1: '林工', u2: '王工' } };

const at = '2026-03-02T01:00:00.000Z';
const step = 'repair';
const offer = { step, offer: 'o', assignee: 'u1' };
const clock = { clock: 'c', run: 1 };
const task = { task: 't', step };
const timer = { timer: 'nap', dueAt: at };

// One of every kind; a kind that is missing here does not compile.
const entries: { readonly [Kind in Entry['kind']]: Entry & { readonly kind: Kind } } = {
  started: { kind: 'started', number: 'WO-000001' },
  'step-entered': { kind: 'step-entered', step, visit: 1, pointer: '' },
  'step-left': { kind: 'step-left', step, visit: 1, pointer: '' },
  'stage-entered': { kind: 'stage-entered', stage: 'execute' },
  'stage-left': { kind: 'stage-left', stage: 'execute' },
  'transition-taken': { kind: 'transition-taken', step, transition: 'repaired', pointer: '' },
  'condition-asked': {
    kind: 'condition-asked',
    pointer: '/x',
    result: true,
    reads: { 'record.fault': '黑屏' },
  },
  'field-changed': { kind: 'field-changed', pointer: '/fault', before: '黑屏', after: '离线', by: 'answer' },
  'answers-given': { kind: 'answers-given', step, form: 'f', tags: [] },
  'draft-saved': { kind: 'draft-saved', step },
  'task-opened': { kind: 'task-opened', ...task },
  'task-closed': { kind: 'task-closed', ...task },
  'task-claimed': { kind: 'task-claimed', ...task },
  'task-released': { kind: 'task-released', ...task },
  'task-transferred': { kind: 'task-transferred', ...task, to: 'u2' },
  'clock-started': { kind: 'clock-started', ...clock },
  'clock-paused': { kind: 'clock-paused', ...clock },
  'clock-resumed': { kind: 'clock-resumed', ...clock },
  'clock-warned': { kind: 'clock-warned', ...clock },
  'clock-breached': { kind: 'clock-breached', ...clock },
  'clock-recomputed': { kind: 'clock-recomputed', ...clock },
  'clock-met': { kind: 'clock-met', ...clock },
  'clock-missed': { kind: 'clock-missed', ...clock },
  'clock-rung': { kind: 'clock-rung', ...clock, rung: 'warn' },
  'timer-armed': { kind: 'timer-armed', ...timer },
  'timer-fired': { kind: 'timer-fired', ...timer },
  'timer-dropped': { kind: 'timer-dropped', ...timer },
  'vote-cast': { kind: 'vote-cast', step, seat: 'chief', vote: 'no', note: '太贵' },
  'proof-given': { kind: 'proof-given', step, proof: 'signature', alternative: 'refusal' },
  'proof-voided': { kind: 'proof-voided', step, proof: 'signature' },
  'offer-made': { kind: 'offer-made', ...offer },
  'offer-delivered': { kind: 'offer-delivered', ...offer },
  'offer-seen': { kind: 'offer-seen', ...offer },
  'offer-accepted': { kind: 'offer-accepted', ...offer },
  'offer-declined': { kind: 'offer-declined', ...offer, reason: '请假' },
  'offer-expired': { kind: 'offer-expired', ...offer },
  'offer-withdrawn': { kind: 'offer-withdrawn', ...offer },
  'offer-taken': { kind: 'offer-taken', ...offer },
  assigned: { kind: 'assigned', role: 'worker', assignee: 'u1', how: 'accepted' },
  released: { kind: 'released', role: 'worker', assignee: 'u1', reason: '病假' },
  escalated: { kind: 'escalated', step, rung: 'r', to: 'u2', decision: 'd' },
  'route-waits': { kind: 'route-waits', step, rung: 'r', again: at, decision: 'd' },
  overridden: { kind: 'overridden', step, assignee: 'u2', reason: 'training', broken: [] },
  'effect-asked': { kind: 'effect-asked', effect: 'e', name: 'n', pointer: '' },
  'effect-attempted': { kind: 'effect-attempted', effect: 'e', name: 'n', state: 'retrying', attempt: 1 },
  'effect-settled': { kind: 'effect-settled', effect: 'e', name: 'n', outcome: 'refused', code: 'stock' },
  'incident-opened': { kind: 'incident-opened', incident: 'i' },
  'incident-closed': { kind: 'incident-closed', incident: 'i' },
  'event-heard': { kind: 'event-heard', event: 'repaired', counted: false },
  'message-sent': { kind: 'message-sent', to: 'worker', text: '已派单', automatic: true },
  commented: { kind: 'commented', text: '谢谢', unprompted: true },
  'moved-in-field': { kind: 'moved-in-field', what: 'arrive' },
  'appointment-set': { kind: 'appointment-set', plannedAt: at },
  suspended: { kind: 'suspended', reason: '等配件' },
  resumed: { kind: 'resumed', reason: '配件到' },
  ended: { kind: 'ended', outcome: 'cancelled', step: 'closed' },
};

const actor = { id: 'u1', name: '林工', roles: ['worker'] };
const rowOf = (...facts: readonly Entry[]): JournalRow => ({
  ...{ workOrderId: 'wo', seq: 1, at, actor, event: { kind: 'x' }, hash: 'h' },
  entries: facts,
});
const told = (...facts: readonly Entry[]) => timelineOf([rowOf(...facts)], reader)[0];

describe('the time line', () => {
  it.each(Object.values(entries))('[B37] says $kind in both languages, with no hole left', (entry) => {
    const sentence = told(entry)?.sentence as { 'zh-CN': string; en: string };
    expect(sentence['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(sentence['zh-CN'] + sentence.en).not.toMatch(/[{}]|undefined/);
    expect(sentence.en).toMatch(/^[\p{Lu}"\p{Ll}\p{Script=Han}]/u);
  });

  it.each([
    ['step-entered', '进入「维修」', 'Entered "Repair"'],
    ['field-changed', 'fault：黑屏 → 离线', 'fault: 黑屏 → 离线'],
    ['offer-declined', '林工拒单：请假', '林工 declined: 请假'],
    ['overridden', '人工指派王工：training', '王工 was picked by hand: training'],
    ['effect-settled', '「n」被对方拒绝（stock）', '"n" was refused (stock)'],
  ] as const)('says %s in the words of the document', (kind, zh, en) => {
    expect(told(entries[kind])?.sentence).toEqual({ 'zh-CN': zh, en });
  });

  it('heads a decision with its weightiest fact and keeps every fact in order', () => {
    const item = told(entries['timer-armed'], entries['step-entered'], entries.assigned);
    expect(item).toMatchObject({ group: 'flow', sentence: { 'zh-CN': '林工成为师傅' } });
    expect(item?.details.map(({ kind }) => kind)).toEqual(['timer-armed', 'step-entered', 'assigned']);
  });

  it('[B36] names a change whose value its reader may not see, without the value', () => {
    const blind = { ...workflow, roles: { worker: { title: '师傅', reads: [], writes: [] } } };
    const [item] = timelineOf([rowOf(entries['field-changed'], entries['condition-asked'])], {
      ...reader,
      workflow: blind,
    });
    expect(JSON.stringify(item)).not.toMatch(/黑屏|离线/);
    expect(item?.details[1]?.entry).toMatchObject({ reads: {} });
  });
});
