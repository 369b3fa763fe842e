import { useWords } from './use-words.ts';

interface StageBarProps {
  readonly stages: readonly { readonly stage: string; readonly at?: string; readonly current: boolean }[];
  readonly isCompact?: boolean;
}

/** The six stages: passed, current, ahead; each says so in words too. */
export function StageBar({ stages, isCompact = false }: StageBarProps) {
  const { t } = useWords();
  return (
    <ol className={isCompact ? 'wb-stages wb-stages-compact' : 'wb-stages'} aria-label={t('stage.label')}>
      {stages.map(({ stage, at, current }) => {
        const standing = current ? 'current' : at === undefined ? 'ahead' : 'done';
        return (
          <li
            key={stage}
            className={`wb-stage wb-stage-${standing}`}
            aria-current={current ? 'step' : undefined}
          >
            <span className="wb-stage-dot" aria-hidden="true" />
            <span className="wb-stage-name">{t(`stage.${stage}`)}</span>
            <span className="wb-unseen">{t(`stage.${standing}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
