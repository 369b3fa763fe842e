import type { WorkOrderView } from '@paidan/server/contract';
import { sayInstant } from '../../generate/say-value.ts';
import { sayDuration } from './say-duration.ts';
import { useNow } from './use-now.ts';
import { useWords } from './use-words.ts';

export type ClockView = WorkOrderView['clocks'][number];

const urgentMs = 15 * 60_000;

/** One clock in a few words: what is left or over, or why it does not run. Never by colour alone. */
export function ClockMark({ clock }: { readonly clock: ClockView }) {
  const { t, saying } = useWords();
  const { state, dueAt } = clock;
  if (state === 'running' || state === 'warned' || state === 'breached') {
    return dueAt === undefined ? <Still tone="muted" text={t('clock.none')} /> : <Countdown dueAt={dueAt} />;
  }
  const title = dueAt === undefined ? undefined : t('clock.due', { at: sayInstant(dueAt, saying) });
  return <Still tone={tones[state]} sign={signs[state]} text={t(`clock.${state}`)} title={title} />;
}

const tones = { waiting: 'muted', paused: 'muted', met: 'ok', missed: 'danger', none: 'muted' } as const;
const signs = { waiting: '', paused: '‖', met: '✓', missed: '✕', none: '' } as const;

function Countdown({ dueAt }: { readonly dueAt: string }) {
  const { t, saying } = useWords();
  const leftMs = Date.parse(dueAt) - useNow();
  const time = sayDuration(leftMs, (n) => t('clock.days', { n }));
  const title = t('clock.due', { at: sayInstant(dueAt, saying) });
  if (leftMs < 0) return <Still tone="danger" sign="▲" text={t('clock.over', { time })} title={title} />;
  const tone = leftMs < urgentMs ? 'warn' : 'plain';
  return <Still tone={tone} sign="◷" text={t('clock.left', { time })} title={title} />;
}

interface StillProps {
  readonly tone: 'danger' | 'warn' | 'ok' | 'muted' | 'plain';
  readonly sign?: string;
  readonly text: string;
  readonly title?: string | undefined;
}

function Still({ tone, sign = '', text, title }: StillProps) {
  return (
    <span className={`wb-mark wb-tone-${tone}`} title={title}>
      {sign !== '' && <span aria-hidden="true">{sign} </span>}
      {text}
    </span>
  );
}
