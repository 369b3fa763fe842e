import { type EntryOf, type Sentence, say, type Telling } from './sentence.ts';

type OutsideEntry = EntryOf<
  | 'effect-asked'
  | 'effect-attempted'
  | 'effect-settled'
  | 'incident-opened'
  | 'incident-closed'
  | 'event-heard'
  | 'message-sent'
  | 'commented'
  | 'moved-in-field'
  | 'appointment-set'
>;

/** What came from outside or went there: calls, incidents, events, words, moves. */
export function outsideSentence(entry: OutsideEntry, telling: Telling): Sentence {
  const { titles } = telling;
  switch (entry.kind) {
    case 'effect-asked':
    case 'effect-attempted':
    case 'effect-settled':
      return effectSentence(entry, telling);
    case 'incident-opened':
      return say('出现异常「{code}」，等待处理', 'The incident "{code}" waits for somebody', {
        code: entry.code ?? entry.incident,
      });
    case 'incident-closed':
      return say('异常已处理', 'The incident is settled');
    case 'event-heard':
      return entry.counted
        ? say('收到「{event}」', '"{event}" was heard', { event: titles.event(entry.event) })
        : say('收到「{event}」，因过于频繁未计', '"{event}" came too often and was not counted', {
            event: titles.event(entry.event),
          });
    case 'message-sent':
      return say('告知{to}：{text}', 'Told {to}: {text}', { to: titles.role(entry.to), text: entry.text });
    case 'commented':
      return say('评论：{text}', 'Commented: {text}', { text: entry.text });
    case 'moved-in-field':
      return moves[entry.what];
    case 'appointment-set':
      return entry.plannedAt === undefined
        ? say('更新预计时间', 'The expected time was updated')
        : say('预约上门', 'A visit was planned', { at: entry.plannedAt });
  }
}

const moves = {
  depart: say('已出发', 'Departed'),
  arrive: say('已到达现场', 'Arrived on site'),
  leave: say('已离开现场', 'Left the site'),
};

function effectSentence(
  entry: EntryOf<'effect-asked' | 'effect-attempted' | 'effect-settled'>,
  { titles }: Telling,
): Sentence {
  const name = titles.effect(entry.name);
  if (entry.kind === 'effect-asked') return say('发起「{name}」', '"{name}" was asked for', { name });
  const [zh, en] =
    outcomes[entry.kind === 'effect-settled' ? entry.outcome : entry.state] ?? outcomes.unknown;
  if (entry.code === undefined) return say(`「{name}」${zh}`, `"{name}" ${en}`, { name });
  return say(`「{name}」${zh}（{code}）`, `"{name}" ${en} ({code})`, { name, code: entry.code });
}

type Words = readonly [string, string];
const outcomes: { readonly unknown: Words; readonly [state: string]: Words } = {
  unknown: ['结果未知', 'has an unknown result'],
  succeeded: ['已确认', 'succeeded'],
  refused: ['被对方拒绝', 'was refused'],
  failed: ['失败', 'failed'],
  retrying: ['未成功，将重试', 'did not go through and is tried again'],
  held: ['待补字段', 'waits for missing fields'],
};
