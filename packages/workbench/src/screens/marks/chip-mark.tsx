import type { WorkOrderView } from '@paidan/server/contract';
import { sayTime } from '../../generate/say-value.ts';
import { useWords } from './use-words.ts';

type Chip = WorkOrderView['chips'][number];

const tones = {
  idle: 'muted',
  sending: 'primary',
  retrying: 'warn',
  unknown: 'urgent',
  succeeded: 'ok',
  refused: 'danger',
  failed: 'danger',
  held: 'urgent',
} as const;

/** A call to another system: its title and one of the six words. */
export function ChipMark({ chip }: { readonly chip: Chip }) {
  const { t, say, saying } = useWords();
  const { state, title, attempt, nextAt } = chip;
  const more = [
    ...(attempt === undefined ? [] : [t('chip.attempt', { n: attempt })]),
    ...(nextAt === undefined ? [] : [t('chip.next', { at: sayTime(nextAt, saying) })]),
  ];
  return (
    <span className={`wb-chip wb-tone-${tones[state]}`}>
      <span className="wb-chip-title">{say(title)}</span>
      <span className="wb-chip-word">
        <span className="wb-chip-dot" aria-hidden="true" />
        {t(`chip.${state}`)}
        {more.length > 0 && `（${more.join('，')}）`}
      </span>
    </span>
  );
}
