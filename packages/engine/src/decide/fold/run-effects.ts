import type { CompiledEffect } from '../../compile/compile-effect.ts';
import { isJsonObject, type Json, type JsonObject } from '../../issue/json.ts';
import { writePointer } from '../../issue/json-pointer.ts';
import type { Text } from '../../issue/text.ts';
import { factsNow, type Turn } from '../turn.ts';
import { askCall } from './ask-call.ts';
import { askCondition } from './ask-condition.ts';
import { askEffect } from './ask-effect.ts';
import { fillText } from './fill-text.ts';
import { openIncident } from './fold-incidents.ts';
import { openTask } from './fold-tasks.ts';
import { withEntry } from './map-entries.ts';

/** Asks for the named effects in list order, each where its own `when` holds. */
export function runEffects(turn: Turn, names: readonly string[], cause?: EffectCause): void {
  for (const name of names) {
    const effect = turn.workings.effects.get(name);
    if (effect !== undefined && askCondition(turn, effect.when)) runEffect(turn, effect, cause);
  }
}

/** What made an effect run: texts read its title, an incident keeps the failed effect's id and code. */
export interface EffectCause {
  readonly title?: Text;
  readonly effect?: string;
  readonly code?: string;
}

function runEffect(turn: Turn, effect: CompiledEffect, cause: EffectCause | undefined): void {
  const { name, definition } = effect;
  turn.facts.cause = cause?.title === undefined ? undefined : { title: cause.title };
  switch (definition.kind) {
    case 'call':
      if (
        askCall(turn, { ...definition, name, pointer: effect.pointer, mapping: definition.mapping }) ===
        'failed'
      ) {
        openIncident(turn, name, { code: 'mapping' });
      }
      return;
    case 'notify':
      if (definition.oncePer === 'incident' && !openIncident(turn, name, incidentOf(cause))) return;
      notify(turn, effect, definition.text, definition.oncePer === undefined ? undefined : name);
      return;
    case 'ask':
      askAside(turn, effect);
      return;
    case 'start':
      startLinked(turn, effect);
  }
}

function incidentOf(cause: EffectCause | undefined): { effect?: string; code?: string } {
  return {
    ...(cause?.effect === undefined ? {} : { effect: cause.effect }),
    ...(cause?.code === undefined ? {} : { code: cause.code }),
  };
}

/** Sends a text to a role and, where somebody is assigned in it, to that person. */
export function notify(turn: Turn, effect: CompiledEffect, text: Text, incident?: string): void {
  const { name, definition } = effect;
  if (definition.kind !== 'notify' && definition.kind !== 'ask') return;
  const assigned = turn.assignees[definition.to.role];
  turn.facts.stage = stageFacts(turn);
  const filled = fillText(turn, text);
  const id = askEffect(turn, (id) => ({
    id,
    kind: 'notify',
    name,
    to: { role: definition.to.role, ...(assigned === undefined ? {} : { persons: [assigned.id] }) },
    channels: definition.by ?? [],
    ...filled,
    ...(incident === undefined ? {} : { incident }),
  }));
  asked(turn, effect, id, 'notify');
}

function askAside(turn: Turn, effect: CompiledEffect): void {
  const { name, definition } = effect;
  if (definition.kind !== 'ask') return;
  if (Object.values(turn.tasks).some(({ kind, stepId }) => kind === 'ask' && stepId === name)) return;
  const task = openTask(turn, {
    kind: 'ask',
    stepId: name,
    form: definition.form,
    stage: definition.stage,
    candidates: { roles: [definition.to.role], persons: [] },
  });
  if (definition.by !== undefined) notify(turn, effect, invitation(turn, definition.form));
  turn.effects = withEntry(turn.effects, name, { id: task.id, state: 'sending', since: turn.at });
}

/** What a side task is announced by: the title of its form. */
function invitation(turn: Turn, form: string): Text {
  return turn.workings.handle.workflow.forms?.[form]?.form.title ?? form;
}

function startLinked(turn: Turn, effect: CompiledEffect): void {
  const { name, definition } = effect;
  if (definition.kind !== 'start' || effect.input === undefined) return;
  const input = objectOf(effect.input.values(factsNow(turn)));
  const { workflow, link } = definition;
  const id = askEffect(turn, (id) => ({ id, kind: 'startLinked', name, workflow, link, input }));
  asked(turn, effect, id, 'linked');
}

/** Values at pointers as one object; what is missing is left out. */
export function objectOf(values: readonly (readonly [pointer: string, value: Json])[]): JsonObject {
  let object: Json = {};
  for (const [pointer, value] of values) if (value !== null) object = writePointer(object, pointer, value);
  return isJsonObject(object) ? object : {};
}

function asked(turn: Turn, effect: CompiledEffect, id: string, kind: 'notify' | 'linked'): void {
  const { name, pointer } = effect;
  turn.pending = withEntry(turn.pending, id, { name, kind });
  turn.effects = withEntry(turn.effects, name, { id, state: 'sending', since: turn.at });
  turn.entries.push({ kind: 'effect-asked', effect: id, name, pointer });
}

const stageTitles: { readonly [stage: string]: Text } = {
  trigger: { 'zh-CN': '触发', en: 'Triggered' },
  identify: { 'zh-CN': '识别', en: 'Identified' },
  dispatch: { 'zh-CN': '分派', en: 'Dispatched' },
  execute: { 'zh-CN': '执行', en: 'Under way' },
  feedback: { 'zh-CN': '反馈', en: 'Feedback' },
  archive: { 'zh-CN': '归档', en: 'Archived' },
};

function stageFacts({ stage }: Turn): JsonObject {
  return { id: stage, title: stageTitles[stage] ?? stage };
}
