import type { MessageTable } from '../message-table.ts';

export const routingMessages = {
  'routing/weights-are-sound': {
    severity: 'error',
    'zh-CN': '权重须为非负整数且合计 100，当前合计 {total}，请调整各项权重',
    en: 'Weights must be whole, not negative and total 100; they total {total}. Adjust them',
  },
  'routing/criteria-are-alive': {
    severity: 'warning',
    'zh-CN': '评分项「{criterion}」权重为 0，不影响任何派单结果，请删除或给出权重',
    en: 'Criterion "{criterion}" has weight 0 and decides nothing; remove it or give it weight',
  },
  'routing/curves-are-monotone': {
    severity: 'error',
    'zh-CN': '评分项「{criterion}」的曲线须单向变化、界限依次排列、取值为 0–10000 的整数，请改正',
    en: 'The curve of "{criterion}" must run one way, with limits in order and whole values of 0–10,000',
  },
  'routing/missing-is-stated': {
    severity: 'error',
    'zh-CN': '评分项「{criterion}」未说明缺少数据时得多少分，请填写 missing（0 表示不加分）',
    en: 'Criterion "{criterion}" does not say what missing data is worth; state "missing" (0 is no bonus)',
  },
  'routing/availability-is-required': {
    severity: 'error',
    'zh-CN': '策略缺少无条件的在班要求，请加入 on-shift',
    en: 'The policy has no unconditional availability; add an on-shift requirement',
  },
  'routing/reach-is-bounded': {
    severity: 'warning',
    'zh-CN': '「{requirement}」缺失或无法建立索引，候选人范围不受限制，派单会变慢',
    en: '"{requirement}" is absent or cannot be indexed, so the circle of candidates has no bound',
  },
  'routing/tags-exist': {
    severity: 'error',
    'zh-CN': '策略没有标签「{tag}」，最接近的是「{nearest}」',
    en: 'The policy has no tag "{tag}"; the nearest is "{nearest}"',
  },
  'routing/tag-values-are-covered': {
    severity: 'error',
    'zh-CN': '表中缺少取值 {missing}，请补齐或加入「*」',
    en: 'The table lacks {missing}; add them or "*"',
  },
  'routing/ladders-end-with-a-person': {
    severity: 'error',
    'zh-CN': '末级「{rung}」须升级到具名人员（有时限承诺时），或等待并报警',
    en: 'The last rung "{rung}" must escalate to a person, or, without a promise, wait with an alarm',
  },
  'routing/rungs-widen': {
    severity: 'warning',
    'zh-CN': '「{rung}」与上一级放宽的条件相同，不会带来新的候选人',
    en: 'Rung "{rung}" relaxes what the one before did and admits nobody else',
  },
  'routing/absolute-stays': {
    severity: 'error',
    'zh-CN': '「{rung}」放宽了绝对要求「{requirement}」，绝对要求不能放宽，请删除',
    en: 'Rung "{rung}" relaxes the absolute requirement "{requirement}"; nothing may, remove it',
  },
  'routing/slots-match-the-cap': {
    severity: 'warning',
    'zh-CN': '负荷曲线有 {slots} 档，而当日上限为 {atMost} 单，请使两者一致',
    en: 'The load curve has {slots} places and the cap is {atMost}; make them equal',
  },
  'routing/urgency-is-bounded': {
    severity: 'error',
    'zh-CN': '紧急度与稳定余量合计最多 {points} 分，上限 {atMost} 分，请调低',
    en: 'Urgency and margin reach {points} points, at most {atMost} can be counted exactly; lower them',
  },
  'routing/ladder-promise': {
    severity: 'error',
    'zh-CN': '最坏情况需要 {worstMs} 毫秒，超过承诺的 {promiseMs} 毫秒，请缩短各级等待',
    en: 'The worst path takes {worstMs} ms, more than the promised {promiseMs} ms; shorten its rungs',
  },
  'routing/unknown-tag-value': {
    severity: 'error',
    'zh-CN': '「{tag}」应为 {expected} 之一，实际是 {found}，请先补齐再派单',
    en: '"{tag}" must be one of {expected}, found {found}; complete it before dispatch',
  },
  'routing/empty-pool': {
    severity: 'error',
    'zh-CN': '人员池「{pool}」中没有角色为「{role}」的人员，无法派单，请检查角色设置',
    en: 'Nobody in the pool "{pool}" has the role "{role}", so nothing can be dispatched; check the roles',
  },
  'routing/pin-cannot-be-met': {
    severity: 'error',
    'zh-CN': '工单 {workOrder} 指定由 {assignee} 处理，但其不符合要求，请改派或解除指定',
    en: 'Work order {workOrder} is pinned to {assignee}, who does not qualify; choose again or lift the pin',
  },
} as const satisfies MessageTable;
