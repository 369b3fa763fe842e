import type { Entry } from '@paidan/engine';
import { clockSentence, timerSentence } from './clock-sentences.ts';
import { outsideSentence } from './outside-sentences.ts';
import { offerSentence, routeSentence } from './route-sentences.ts';
import { type Sentence, say, type Telling } from './sentence.ts';
import { changeSentence, proofSentence, taskSentence } from './work-sentences.ts';

/** One entry of the journal as people read it. A new kind of entry does not compile until it has a sentence. */
export function sentenceOf(entry: Entry, telling: Telling): Sentence {
  const { titles } = telling;
  switch (entry.kind) {
    case 'started':
      return say('创建工单 {number}', 'Work order {number} was created', { number: entry.number });
    case 'step-entered':
      return say('进入「{step}」', 'Entered "{step}"', { step: titles.step(entry.step) });
    case 'step-left':
      return say('离开「{step}」', 'Left "{step}"', { step: titles.step(entry.step) });
    case 'stage-entered':
      return say('进入{stage}阶段', 'Entered the stage {stage}', { stage: titles.stage(entry.stage) });
    case 'stage-left':
      return say('{stage}阶段结束', 'The stage {stage} ended', { stage: titles.stage(entry.stage) });
    case 'transition-taken':
      return say('「{step}」按「{transition}」流转', 'Moved on from "{step}" by "{transition}"', {
        step: titles.step(entry.step),
        transition: titles.event(entry.transition),
      });
    case 'condition-asked':
      return entry.result
        ? say('条件成立（{pointer}）', 'The condition holds ({pointer})', { pointer: entry.pointer })
        : say('条件不成立（{pointer}）', 'The condition does not hold ({pointer})', {
            pointer: entry.pointer,
          });
    case 'suspended':
      return say('工单挂起：{reason}', 'Suspended: {reason}', { reason: entry.reason });
    case 'resumed':
      return say('工单恢复：{reason}', 'Resumed: {reason}', { reason: entry.reason });
    case 'ended':
      return endSentence(entry.outcome, titles.step(entry.step));
    case 'field-changed':
    case 'answers-given':
    case 'draft-saved':
      return changeSentence(entry, telling);
    case 'task-opened':
    case 'task-closed':
    case 'task-claimed':
    case 'task-released':
    case 'task-transferred':
      return taskSentence(entry, telling);
    case 'vote-cast':
    case 'proof-given':
    case 'proof-voided':
      return proofSentence(entry, telling);
    case 'clock-started':
    case 'clock-paused':
    case 'clock-resumed':
    case 'clock-warned':
    case 'clock-breached':
    case 'clock-recomputed':
    case 'clock-met':
    case 'clock-missed':
    case 'clock-rung':
      return clockSentence(entry, telling);
    case 'timer-armed':
    case 'timer-fired':
    case 'timer-dropped':
      return timerSentence(entry);
    case 'offer-made':
    case 'offer-delivered':
    case 'offer-seen':
    case 'offer-accepted':
    case 'offer-declined':
    case 'offer-expired':
    case 'offer-withdrawn':
    case 'offer-taken':
      return offerSentence(entry, telling);
    case 'assigned':
    case 'released':
    case 'escalated':
    case 'route-waits':
    case 'overridden':
      return routeSentence(entry, telling);
    default:
      return outsideSentence(entry, telling);
  }
}

function endSentence(outcome: 'done' | 'failed' | 'cancelled', step: ReturnType<Telling['titles']['step']>) {
  const words = {
    done: ['工单完成：{step}', 'Finished: {step}'],
    failed: ['工单失败：{step}', 'Failed: {step}'],
    cancelled: ['工单取消：{step}', 'Cancelled: {step}'],
  } as const;
  const [zh, en] = words[outcome];
  return say(zh, en, { step });
}
