import type { Workflow } from '../author/definition/workflow.ts';
import { systemActor } from '../decide/actor.ts';
import type { Entry } from '../decide/entry.ts';
import type { Effect } from '../effects/effect.ts';
import { formatIssue } from '../issue/format-issue.ts';
import { fillPattern, inLocale, type Locale, type Text } from '../issue/text.ts';
import { instantMs } from '../time/instant.ts';
import { entryWords, eventWords, outcomeWords } from './event-words.ts';
import type { Frame } from './frame.ts';
import type { Story } from './story.ts';
import { type Words, wordsOf } from './workflow-words.ts';

/**
 * A story as people read it: a line per decision with its local time, who did what, and what came of it; then the
 * expectations. `workflows` give the titles, the main one first. Decisions in which nothing can be seen are left out.
 */
export function tellStory(story: Story, workflows: readonly Workflow[], locale: Locale): string {
  const words = wordsOf(workflows, locale);
  const clock = localTime(workflows[0]?.timeZone ?? 'UTC');
  const lines: string[] = story.title === undefined ? [] : [inLocale(story.title, locale), ''];
  let day = '';
  for (const frame of story.frames) {
    const said = sentence(frame, words, locale);
    if (said === undefined) continue;
    const { date, time } = clock(frame.at);
    if (date !== day) lines.push(date);
    day = date;
    lines.push(`  ${time}  ${frame.number}  ${said}`);
  }
  lines.push(
    '',
    ...story.expectations.map(
      ({ id, holds, found }) => `${holds ? '✓' : '✗'} ${id}：${JSON.stringify(found)}`,
    ),
  );
  const findings = story.issues.map(
    (found) => `${found.severity}  ${found.code}  ${formatIssue(found, locale)}`,
  );
  return [...lines, ...findings].join('\n');
}

function sentence(frame: Frame, words: Words, locale: Locale): string | undefined {
  const say = (text: Text, data: { readonly [name: string]: string } = {}) =>
    fillPattern(inLocale(text, locale), data, locale);
  const { event, entries, effects, issues } = frame;
  const isEcho = event.kind === 'settled' && entries.length < 2 && issues.length === 0;
  // What a timer or an answer finds already settled is no news to anybody.
  const isStale = issues.length > 0 && ['timerDue', 'rungDue', 'settled', 'attempted'].includes(event.kind);
  const isQuietNotice = event.kind === 'settled' && entries.every(({ kind }) => kind === 'effect-settled');
  if (isEcho || isStale || (isQuietNotice && !words.isCall(event.effect, frame))) return undefined;
  const who = event.kind === 'start' ? event.byName : event.actor.name;
  const isOther = event.kind === 'start' && event.by === systemActor.id;
  const head = say(isOther ? entryWords.begun : eventWords[event.kind], {
    who,
    what: words.subjectOf(frame, say),
  });
  const refused = issues.map((found) => say(entryWords.refused, { what: formatIssue(found, locale) }));
  const came = [
    ...refused,
    ...entries.flatMap((entry) => consequence(entry, words, say)),
    ...effects.flatMap((effect) => notice(effect, words, say)),
  ];
  return [head, ...new Set(came)].join(locale === 'en' ? '; ' : '，');
}

type Say = (text: Text, data?: { readonly [name: string]: string }) => string;

function consequence(entry: Entry, words: Words, say: Say): readonly string[] {
  switch (entry.kind) {
    case 'step-entered':
      return [`→ ${words.step(entry.step)}`];
    case 'clock-warned':
      return [say(entryWords.warned, { what: words.clock(entry.clock) })];
    case 'clock-breached':
      return [say(entryWords.breached, { what: words.clock(entry.clock) })];
    case 'clock-met':
      return [say(entryWords.met, { what: words.clock(entry.clock) })];
    case 'incident-opened':
      return [say(entryWords.incident, { what: entry.incident })];
    case 'incident-closed':
      return [say(entryWords.recovered, { what: entry.incident })];
    case 'ended':
      return [say(entryWords.ended, { what: say(outcomeWords[entry.outcome] ?? entry.outcome) })];
    default:
      return [];
  }
}

function notice(effect: Effect, words: Words, say: Say): readonly string[] {
  return effect.kind === 'notify'
    ? [say(entryWords.told, { what: `${words.role(effect.to.role)}「${say({ ...effect.text })}」` })]
    : [];
}

function localTime(timeZone: string): (at: string) => { readonly date: string; readonly time: string } {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => {
    const [date = '', time = ''] = format.format(instantMs(at)).split(' ');
    return { date, time };
  };
}
