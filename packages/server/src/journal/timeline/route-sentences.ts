import { type EntryOf, type Sentence, say, type Telling } from './sentence.ts';

type OfferEntry = EntryOf<
  | 'offer-made'
  | 'offer-delivered'
  | 'offer-seen'
  | 'offer-accepted'
  | 'offer-declined'
  | 'offer-expired'
  | 'offer-withdrawn'
  | 'offer-taken'
>;

export function offerSentence(entry: OfferEntry, { name }: Telling): Sentence {
  const who = name(entry.assignee);
  switch (entry.kind) {
    case 'offer-made':
      return say('向{who}发出派单邀约', 'Offered to {who}', { who });
    case 'offer-delivered':
      return say('邀约已送达{who}', 'The offer reached {who}', { who });
    case 'offer-seen':
      return say('{who}已查看邀约', '{who} has seen the offer', { who });
    case 'offer-accepted':
      return say('{who}接单', '{who} accepted', { who });
    case 'offer-declined':
      return typeof entry.reason === 'string'
        ? say('{who}拒单：{reason}', '{who} declined: {reason}', { who, reason: entry.reason })
        : say('{who}拒单', '{who} declined', { who });
    case 'offer-expired':
      return say('{who}未在时限内接单', '{who} did not answer in time', { who });
    case 'offer-withdrawn':
      return say('撤回对{who}的邀约', 'The offer to {who} was withdrawn', { who });
    case 'offer-taken':
      return say('{who}的邀约已由他人接单', 'Somebody else took what was offered to {who}', { who });
  }
}

type RouteEntry = EntryOf<'assigned' | 'released' | 'escalated' | 'route-waits' | 'overridden'>;

export function routeSentence(entry: RouteEntry, { titles, name }: Telling): Sentence {
  switch (entry.kind) {
    case 'assigned':
      return say('{who}成为{role}', '{who} is now the {role}', {
        who: name(entry.assignee),
        role: titles.role(entry.role),
      });
    case 'released':
      return say('{who}不再是{role}：{reason}', '{who} is no longer the {role}: {reason}', {
        who: name(entry.assignee),
        role: titles.role(entry.role),
        reason: entry.reason,
      });
    case 'escalated':
      return say('「{step}」升级给{to}', '"{step}" was escalated to {to}', {
        step: titles.step(entry.step),
        to: name(entry.to),
      });
    case 'route-waits':
      return say('「{step}」暂无合适的人，稍后再试', '"{step}" finds nobody yet and tries again', {
        step: titles.step(entry.step),
      });
    case 'overridden':
      return say('人工指派{who}：{reason}', '{who} was picked by hand: {reason}', {
        who: name(entry.assignee),
        reason: entry.note === undefined ? entry.reason : `${entry.reason} ${entry.note}`,
      });
  }
}
