import type { MessagePattern } from '../issue/message-table.ts';

/** One thing that was asked of a version, and the answer. What is not proven has an issue `verify/undecided`. */
export interface Claim {
  readonly id: string;
  readonly title: MessagePattern;
  readonly holds: boolean;
}

/** What was shown of one version, under which assumptions, over how many positions. */
export interface Certificate {
  readonly workflow: { readonly id: string; readonly hash: string };
  readonly positions: number;
  readonly claims: readonly Claim[];
  readonly assumptions: readonly MessagePattern[];
  /** Ids of what remains open: conditions by position, and whole questions this version of verify does not ask. */
  readonly undecided: readonly string[];
}

export const assumptions: readonly MessagePattern[] = [
  { 'zh-CN': '每个角色都有在岗人员', en: 'Every role has somebody who acts' },
  { 'zh-CN': '外部系统会答复，或调用超时', en: 'Outside systems answer, or calls time out' },
  { 'zh-CN': '到期的计时器会触发', en: 'Timers that are due fire' },
  {
    'zh-CN': '核验所需的证明可以由有权限的人提交',
    en: 'Proofs of a gate can be given by somebody permitted',
  },
];

/** Questions of a whole proof that are not asked here, so that nobody takes silence for a yes. */
export const unasked: {
  readonly [what: string]: { readonly what: MessagePattern; readonly why: MessagePattern };
} = {
  conditions: {
    what: { 'zh-CN': '条件之间的取值组合', en: 'Which conditions can hold together' },
    why: { 'zh-CN': '本次证明不展开数据取值', en: 'values of data are not unfolded' },
  },
  'form-can-submit': {
    what: {
      'zh-CN': '每个可达位置的表单都能由有权限的角色提交',
      en: 'Every form can be submitted by a role that may',
    },
    why: {
      'zh-CN': '尚未核对表单、流程与权限的组合',
      en: 'forms are not checked against flow and permissions',
    },
  },
  'clock-bounds': {
    what: { 'zh-CN': '每条路径都能在时限内完成', en: 'Every path keeps its clocks' },
    why: { 'zh-CN': '未计算路径耗时上下界', en: 'no bounds of time are computed' },
  },
  'ladder-on-duty': {
    what: {
      'zh-CN': '派单梯队在任何时刻都有人值班',
      en: 'Somebody is on duty for every ladder at every minute',
    },
    why: { 'zh-CN': '未读取班表', en: 'no roster is read' },
  },
};
