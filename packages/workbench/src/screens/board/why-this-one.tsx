import type { JsonObject } from '@paidan/engine/issue';
import type { Candidate } from '@paidan/engine/routing';
import { useWords } from '../marks/use-words.ts';
import { criterionTitle, sayRaw } from './criterion-words.ts';
import { sayPoints } from './say-points.ts';

interface WhyProps {
  readonly candidates: readonly Candidate[];
  readonly policy: JsonObject;
  readonly nameOf: (id: string) => string;
}

/** 「为什么是他」: what the first is ahead by, criterion by criterion, in sentences. */
export function WhyThisOne({ candidates, policy, nameOf }: WhyProps) {
  const { t, locale } = useWords();
  const [first, second] = candidates;
  if (first === undefined) return null;
  const strong = Object.entries(first.parts)
    .filter(([, { points }]) => points > 0)
    .sort(([, one], [, other]) => other.points - one.points);
  return (
    <section className="wb-why" aria-label={t('board.why')}>
      <h3>{t('board.why')}</h3>
      <p>{t('board.whyText', { name: nameOf(first.assigneeId), n: candidates.length })}</p>
      <ul>
        {strong.map(([id, part]) => {
          const raw = part.raw['note'] === 'does-not-apply' ? t('board.does') : sayRaw(part, locale);
          return (
            <li key={id}>
              {criterionTitle(policy, id, locale)} {t('board.points', { n: sayPoints(part.points) })}
              {raw !== '' && <span className="wb-muted"> · {raw}</span>}
            </li>
          );
        })}
      </ul>
      <p className="wb-muted">{margin()}</p>
    </section>
  );

  function margin(): string {
    if (first === undefined || second === undefined) return t('board.whyOnly');
    const ahead = first.score - second.score;
    if (ahead <= 0) return t('board.whyTie');
    return t('board.whyMargin', { name: nameOf(second.assigneeId), points: sayPoints(ahead) });
  }
}
