import type { availableEvents, Workflow } from '@paidan/engine';
import type { Text } from '@paidan/engine/issue';
import { titlesOf } from '../journal/timeline/titles.ts';
import type { AnswerOf } from './call.ts';

type Offered = ReturnType<typeof availableEvents>[number];
type Body = AnswerOf<'available'>[number];
type Because = Body['because'][number];

/** An act as a screen offers it, with the reasons in words. */
export function offeredBody({ event, available, because }: Offered, workflow: Workflow): Body {
  return {
    event,
    title: titleOf(event, workflow),
    available,
    because: because.map(({ kind, pointer, holds }) => ({
      ...{ kind, pointer, holds },
      sentence: sentences[kind][holds ? 'yes' : 'no'],
    })),
  };
}

const sentences: {
  readonly [kind in Because['kind']]: { readonly yes: Text & object; readonly no: Text & object };
} = {
  sender: {
    yes: { 'zh-CN': '您的角色可以执行', en: 'Your role may do this' },
    no: { 'zh-CN': '您的角色不能执行', en: 'Your role may not do this' },
  },
  'same-person': {
    yes: { 'zh-CN': '您就是前一环节的处理人', en: 'You did the step before' },
    no: { 'zh-CN': '只有前一环节的处理人可以执行', en: 'Only whoever did the step before may do this' },
  },
  'other-person': {
    yes: { 'zh-CN': '您不是前一环节的处理人', en: 'Somebody else did the step before' },
    no: { 'zh-CN': '前一环节的处理人不能执行', en: 'Whoever did the step before may not do this' },
  },
  holder: {
    yes: { 'zh-CN': '待办可由您处理', en: 'The task is open to you' },
    no: { 'zh-CN': '待办已由他人领取', en: 'Somebody else holds the task' },
  },
  right: {
    yes: { 'zh-CN': '您有人工干预的权限', en: 'You may override' },
    no: { 'zh-CN': '您没有人工干预的权限', en: 'You may not override' },
  },
  condition: {
    yes: { 'zh-CN': '条件已满足', en: 'The condition holds' },
    no: { 'zh-CN': '条件尚未满足', en: 'The condition does not hold yet' },
  },
};

const acts: { readonly [kind: string]: Text } = {
  vote: { 'zh-CN': '表决', en: 'Vote' },
  override: { 'zh-CN': '人工指派', en: 'Pick by hand' },
  accepted: { 'zh-CN': '接单', en: 'Accept' },
  declined: { 'zh-CN': '拒单', en: 'Decline' },
  depart: { 'zh-CN': '出发', en: 'Depart' },
  arrive: { 'zh-CN': '到达', en: 'Arrive' },
  leave: { 'zh-CN': '离开', en: 'Leave' },
  plan: { 'zh-CN': '预约', en: 'Plan the visit' },
  comment: { 'zh-CN': '评论', en: 'Comment' },
};

function titleOf(event: Offered['event'], workflow: Workflow): Text & Body['title'] {
  const titles = titlesOf(workflow);
  if (event.kind === 'submit') return titles.form(event.form);
  if (event.kind === 'send') return titles.event(event.event);
  return acts[event.kind] ?? event.kind;
}
