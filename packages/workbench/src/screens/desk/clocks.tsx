import { sayInstant } from '../../generate/say-value.ts';
import { ClockMark, type ClockView } from '../marks/clock-mark.tsx';
import { Panel } from '../marks/panel.tsx';
import { useWords } from '../marks/use-words.ts';

/** Every clock with its due instant and pauses, so that the sum can be checked by hand. */
export function Clocks({ clocks }: { readonly clocks: readonly ClockView[] }) {
  const { t, say, saying } = useWords();
  if (clocks.length === 0) return null;
  return (
    <Panel title={t('order.clocks')}>
      <ul className="wb-plain wb-clocks">
        {clocks.map((clock) => (
          <li key={clock.id}>
            <p className="wb-spread">
              <span>{say(clock.title)}</span>
              <ClockMark clock={clock} />
            </p>
            {clock.dueAt !== undefined && (
              <p className="wb-small wb-muted">{t('clock.due', { at: sayInstant(clock.dueAt, saying) })}</p>
            )}
            {clock.pauses.map(({ from, to }) => (
              <p key={from} className="wb-small wb-muted">
                {to === undefined
                  ? t('clock.pausedFrom', { from: sayInstant(from, saying) })
                  : t('clock.pausedSpan', { from: sayInstant(from, saying), to: sayInstant(to, saying) })}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
