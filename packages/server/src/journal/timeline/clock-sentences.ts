import type { Entry } from '@paidan/engine';
import { type EntryOf, type Sentence, say, type Telling } from './sentence.ts';

type ClockEntry = Extract<Entry, { readonly clock: string }>;

export function clockSentence(entry: ClockEntry, { titles }: Telling): Sentence {
  const clock = titles.clock(entry.clock);
  switch (entry.kind) {
    case 'clock-started':
      return say('「{clock}」开始计时', '"{clock}" started', { clock });
    case 'clock-paused':
      return say('「{clock}」暂停计时', '"{clock}" was paused', { clock });
    case 'clock-resumed':
      return say('「{clock}」继续计时', '"{clock}" runs again', { clock });
    case 'clock-warned':
      return say('「{clock}」即将超时', '"{clock}" is about to run out', { clock });
    case 'clock-breached':
      return say('「{clock}」已超时', '"{clock}" has run out', { clock });
    case 'clock-recomputed':
      return say('「{clock}」重新计算时限', 'The time of "{clock}" was worked out again', { clock });
    case 'clock-met':
      return say('「{clock}」按时完成', '"{clock}" was met', { clock });
    case 'clock-missed':
      return say('「{clock}」超时完成', '"{clock}" was missed', { clock });
    case 'clock-rung':
      return say('「{clock}」到达提醒点「{rung}」', '"{clock}" reached "{rung}"', {
        clock,
        rung: entry.rung ?? '',
      });
  }
}

export function timerSentence(entry: EntryOf<'timer-armed' | 'timer-fired' | 'timer-dropped'>): Sentence {
  const { timer } = entry;
  switch (entry.kind) {
    case 'timer-armed':
      return say('设定定时器「{timer}」', 'The timer "{timer}" was set', { timer });
    case 'timer-fired':
      return say('定时器「{timer}」到点', 'The timer "{timer}" went off', { timer });
    case 'timer-dropped':
      return say('定时器「{timer}」取消', 'The timer "{timer}" was dropped', { timer });
  }
}
