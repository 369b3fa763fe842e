import type { Text } from '../issue/text.ts';
import type { FrameEvent } from './frame.ts';

/** What a decision is called, with holes `{who}` and `{what}`. */
export const eventWords: { readonly [Kind in FrameEvent['kind']]: Text } = {
  start: { 'zh-CN': '{who}报修，工单建立', en: '{who} reports: a work order begins' },
  submit: { 'zh-CN': '{who}提交「{what}」', en: '{who} submits "{what}"' },
  save: { 'zh-CN': '{who}暂存「{what}」', en: '{who} saves "{what}"' },
  claim: { 'zh-CN': '{who}领取待办', en: '{who} takes a task' },
  release: { 'zh-CN': '{who}退回待办', en: '{who} gives a task back' },
  transfer: { 'zh-CN': '{who}转交待办', en: '{who} hands a task on' },
  vote: { 'zh-CN': '{who}审批「{what}」', en: '{who} votes at "{what}"' },
  override: { 'zh-CN': '{who}人工指派 {what}', en: '{who} picks {what} by hand' },
  arrive: { 'zh-CN': '{who}到达现场', en: '{who} arrives' },
  depart: { 'zh-CN': '{who}出发', en: '{who} sets out' },
  leave: { 'zh-CN': '{who}离开现场', en: '{who} leaves the site' },
  plan: { 'zh-CN': '{who}预约上门 {what}', en: '{who} plans the visit for {what}' },
  comment: { 'zh-CN': '{who}留言：{what}', en: '{who} comments: {what}' },
  message: { 'zh-CN': '{who}发消息：{what}', en: '{who} writes: {what}' },
  send: { 'zh-CN': '{who}：{what}', en: '{who}: {what}' },
  offered: { 'zh-CN': '询问 {what}', en: 'Offered to {what}' },
  assigned: { 'zh-CN': '直接派给值班的 {what}', en: 'Given to {what} on duty' },
  waiting: { 'zh-CN': '暂无合适人选，{what} 再试', en: 'Nobody fits; again at {what}' },
  escalated: { 'zh-CN': '无人接单，升级到 {what}', en: 'Nobody accepts: escalated to {what}' },
  exhausted: { 'zh-CN': '派单梯队已用尽', en: 'The ladder has ended' },
  delivered: { 'zh-CN': '邀约已送达', en: 'An offer was delivered' },
  seen: { 'zh-CN': '邀约已读', en: 'An offer was seen' },
  accepted: { 'zh-CN': '{who}接单', en: '{who} accepts' },
  declined: { 'zh-CN': '{who}不接：{what}', en: '{who} declines: {what}' },
  withdrawn: { 'zh-CN': '邀约撤回', en: 'An offer is withdrawn' },
  released: { 'zh-CN': '{what} 被释放', en: '{what} is released' },
  settled: { 'zh-CN': '{what}', en: '{what}' },
  attempted: { 'zh-CN': '{what}', en: '{what}' },
  heard: { 'zh-CN': '外部消息：{what}', en: 'News from outside: {what}' },
  childEnded: { 'zh-CN': '子工单结束：{what}', en: 'The child work order ended: {what}' },
  timerDue: { 'zh-CN': '到时：{what}', en: 'Time is up: {what}' },
  rungDue: { 'zh-CN': '{what}到点', en: '{what}: an instant is reached' },
  suspend: { 'zh-CN': '{who}挂起：{what}', en: '{who} suspends: {what}' },
  resume: { 'zh-CN': '{who}恢复：{what}', en: '{who} resumes: {what}' },
  cancelByParent: { 'zh-CN': '上级工单已离开，撤销', en: 'Cancelled with its parent' },
};

/** How an outside answer is called. */
export const outcomeWords: { readonly [outcome: string]: Text } = {
  succeeded: { 'zh-CN': '成功', en: 'succeeded' },
  refused: { 'zh-CN': '被拒绝', en: 'refused' },
  failed: { 'zh-CN': '失败', en: 'failed' },
  unknown: { 'zh-CN': '结果未知', en: 'nobody knows' },
  retrying: { 'zh-CN': '稍后重试', en: 'to be tried again' },
  held: { 'zh-CN': '待补字段', en: 'held' },
  done: { 'zh-CN': '完成', en: 'done' },
  cancelled: { 'zh-CN': '已撤销', en: 'cancelled' },
};

export const entryWords = {
  begun: { 'zh-CN': '关联工单建立', en: 'A work order begins' },
  warned: { 'zh-CN': '时限「{what}」预警', en: 'clock "{what}" warns' },
  breached: { 'zh-CN': '时限「{what}」超时', en: 'clock "{what}" is breached' },
  met: { 'zh-CN': '时限「{what}」达成', en: 'clock "{what}" is met' },
  told: { 'zh-CN': '通知{what}', en: 'tells {what}' },
  incident: { 'zh-CN': '异常「{what}」', en: 'incident "{what}"' },
  recovered: { 'zh-CN': '异常「{what}」恢复', en: 'incident "{what}" is over' },
  ended: { 'zh-CN': '工单结束（{what}）', en: 'the work order ends ({what})' },
  refused: { 'zh-CN': '被拒绝：{what}', en: 'refused: {what}' },
} as const satisfies { readonly [entry: string]: Text };
