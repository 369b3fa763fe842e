import { type CompiledPolicy, failureSentence, type NotEligible, type Ranking } from '@paidan/engine/routing';
import { Button } from 'antd';
import { useWords } from '../marks/use-words.ts';
import { sayPoints } from './say-points.ts';

interface IneligibleProps {
  readonly ranking: Ranking;
  readonly policy: CompiledPolicy;
  readonly nameOf: (id: string) => string;
  readonly onPick: ((assigneeId: string) => void) | undefined;
}

/** Who could not go, with every requirement that fails; a dispatcher may still pick them, and is told what it breaks. */
export function Ineligible({ ranking, policy, nameOf, onPick }: IneligibleProps) {
  const { t } = useWords();
  const { notEligible, candidates } = ranking;
  if (notEligible.length === 0) return null;
  return (
    <details className="wb-ineligible" open={candidates.length === 0}>
      <summary>{t('board.ineligible', { n: notEligible.length })}</summary>
      <ul className="wb-plain">
        {notEligible.map((one) => (
          <li key={one.assigneeId} className="wb-not">
            <span className="wb-person">{nameOf(one.assigneeId)}</span>
            <Failures of={one} policy={policy} />
            <span className="wb-small wb-muted">{sayPoints(one.score)}</span>
            {onPick !== undefined && (
              <Button
                size="small"
                type="text"
                aria-label={t('board.pickOf', { name: nameOf(one.assigneeId) })}
                onClick={() => onPick(one.assigneeId)}
              >
                {t('board.pick')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Every failed requirement as a sentence. */
export function Failures({
  of,
  policy,
}: {
  readonly of: Pick<NotEligible, 'failed'>;
  readonly policy: CompiledPolicy;
}) {
  const { say } = useWords();
  return (
    <span className="wb-failures wb-small">
      {Object.entries(of.failed).map(([requirement, failure]) => (
        <span key={requirement} className="wb-failure">
          <span aria-hidden="true">✕ </span>
          {say(failureSentence(policy, requirement, failure))}
        </span>
      ))}
    </span>
  );
}
