import type { Workflow } from '../author/definition/workflow.ts';
import { stepsOf } from '../author/references/steps-of.ts';
import { inLocale, type Locale, type Text } from '../issue/text.ts';
import { outcomeWords } from './event-words.ts';
import type { Frame } from './frame.ts';

/** The titles of workflows by id, in one language; what has none is called by its id. */
export interface Words {
  readonly step: (id: string) => string;
  readonly clock: (id: string) => string;
  readonly role: (id: string) => string;
  /** What an event is about. */
  readonly subjectOf: (frame: Frame, say: (text: Text) => string) => string;
  readonly isCall: (effectId: string, frame: Frame) => boolean;
}

export function wordsOf(workflows: readonly Workflow[], locale: Locale): Words {
  const steps = new Map<string, string>();
  const clocks = new Map<string, string>();
  const roles = new Map<string, string>();
  const events = new Map<string, string>();
  const calls = new Set<string>();
  const named = (
    into: Map<string, string>,
    map: { readonly [id: string]: { readonly title?: Text } } | undefined,
  ) => {
    for (const [id, { title }] of Object.entries(map ?? {})) into.set(id, inLocale(title ?? id, locale));
  };
  for (const workflow of workflows.toReversed()) {
    for (const { id, step } of stepsOf(JSON.parse(JSON.stringify(workflow)))) {
      const title = step['title'];
      steps.set(
        id,
        typeof title === 'string'
          ? title
          : inLocale(title === undefined ? id : JSON.parse(JSON.stringify(title)), locale),
      );
      if (step['kind'] === 'call') calls.add(id);
    }
    named(clocks, workflow.clocks);
    named(roles, workflow.roles);
    named(events, workflow.flow.events);
    for (const [id, effect] of Object.entries(workflow.flow.effects ?? {})) {
      if (effect.kind === 'call') calls.add(id);
      if (effect.kind === 'notify') steps.set(id, locale === 'en' ? 'Notice' : '通知');
      if (effect.kind === 'call' && effect.chip !== undefined) steps.set(id, inLocale(effect.chip, locale));
    }
  }
  const step = (id: string) => steps.get(id) ?? id;
  const clock = (id: string) => clocks.get(id) ?? id;
  const role = (id: string) => roles.get(id) ?? id;
  const event = (id: string) => events.get(id) ?? id;
  const subjectOf = subjectReader({ step, clock, role, event });
  const isCall: Words['isCall'] = (_, { entries }) =>
    entries.some((entry) => entry.kind === 'effect-settled' && calls.has(entry.name));
  return { step, clock, role, subjectOf, isCall };
}

interface Names {
  readonly step: (id: string) => string;
  readonly clock: (id: string) => string;
  readonly role: (id: string) => string;
  readonly event: (id: string) => string;
}

function subjectReader(words: Names): Words['subjectOf'] {
  return ({ event, entries }, say) => {
    switch (event.kind) {
      case 'submit':
        return event.proof === undefined
          ? words.step(event.step)
          : `${words.step(event.step)}·${event.alternative ?? event.proof}`;
      case 'save':
        return words.step(event.step);
      case 'vote':
        return `${words.step(event.step)}·${event.vote}`;
      case 'override':
        return event.assignee.name;
      case 'plan':
        return event.plannedAt;
      case 'comment':
      case 'message':
        return event.text;
      case 'send':
      case 'heard':
        return words.event(event.event);
      case 'offered':
        return Object.values(event.offers)
          .map(({ assignee }) => assignee.name)
          .join('、');
      case 'assigned':
        return event.assignee.name;
      case 'waiting':
        return event.again;
      case 'escalated':
        return event.to.name;
      case 'declined':
        return event.reason;
      case 'released':
        return 'role' in event ? words.role(event.role) : '';
      case 'settled':
      case 'attempted': {
        const name = entries.find((entry) => 'name' in entry && 'effect' in entry);
        const result = event.kind === 'settled' ? event.outcome.kind : event.state;
        const code = event.kind === 'settled' ? event.outcome.code : event.code;
        const called = name !== undefined && 'name' in name ? words.step(name.name) : event.effect;
        return `${called}：${say(outcomeWords[result] ?? result)}${code === undefined ? '' : ` (${code})`}`;
      }
      case 'childEnded':
        return say(outcomeWords[event.outcome] ?? event.outcome);
      case 'timerDue':
        return words.step(event.timer.split('/')[0] ?? '');
      case 'rungDue':
        return words.clock(event.clock);
      case 'suspend':
      case 'resume':
        return event.reason;
      default:
        return '';
    }
  };
}
