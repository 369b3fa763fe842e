import type { ReferenceKind } from '../definition/shape.ts';

/** What a name was read as; a transition without `on` is called after what it hears. */
export type NamedKind = ReferenceKind | 'heard-by-id';

/** Each kind of reference in words, for sentences. */
export const kindWords: { readonly [kind in NamedKind]: { readonly 'zh-CN': string; readonly en: string } } =
  {
    step: { 'zh-CN': '环节', en: 'step' },
    target: { 'zh-CN': '同一层的环节', en: 'step on this level' },
    start: { 'zh-CN': '起始环节', en: 'step to start with' },
    transition: { 'zh-CN': '流转', en: 'transition' },
    seat: { 'zh-CN': '席位', en: 'seat' },
    effect: { 'zh-CN': '动作', en: 'effect' },
    role: { 'zh-CN': '角色', en: 'role' },
    form: { 'zh-CN': '表单', en: 'form' },
    policy: { 'zh-CN': '派单策略', en: 'policy' },
    operation: { 'zh-CN': '接口', en: 'operation' },
    'sibling-operation': { 'zh-CN': '本连接的接口', en: 'operation of this connection' },
    mapping: { 'zh-CN': '字段映射', en: 'mapping' },
    calendar: { 'zh-CN': '工作日历', en: 'calendar' },
    connection: { 'zh-CN': '连接', en: 'connection' },
    receiver: { 'zh-CN': '通道或连接', en: 'channel or connection' },
    channel: { 'zh-CN': '通道', en: 'channel' },
    event: { 'zh-CN': '事件', en: 'event' },
    'accepted-event': { 'zh-CN': '事件', en: 'event' },
    listener: { 'zh-CN': '状态监听器', en: 'listener' },
    heard: { 'zh-CN': '结果、事件、定时器或时限', en: 'outcome, event, timer or clock' },
    'heard-by-id': {
      'zh-CN': '与流转同名的结果、事件或定时器',
      en: 'outcome, event or timer of this name to hear',
    },
    moment: { 'zh-CN': '时刻', en: 'moment' },
    knowledge: { 'zh-CN': '知识集', en: 'knowledge set' },
  };
