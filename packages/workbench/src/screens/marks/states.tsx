import type { Problem } from '@paidan/server/contract';
import { Alert, Button, Skeleton } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { issueText } from '../../client/issue-text.ts';
import { useWords } from './use-words.ts';

const waitMs = 150;

/** Grey shapes in the final sizes, not before 150 ms have passed. */
export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useWords();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), waitMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className="wb-waiting">
      <span className="wb-unseen">{t('state.loading')}</span>
      {isShown && <Skeleton active title={false} paragraph={{ rows }} />}
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly text?: string;
  readonly act?: ReactNode;
}

/** What would stand here, and the one act that brings it. */
export function Empty({ title, text, act }: EmptyProps) {
  return (
    <div className="wb-empty">
      <span className="wb-empty-sign" aria-hidden="true" />
      <p className="wb-empty-title">{title}</p>
      {text !== undefined && <p className="wb-muted">{text}</p>}
      {act}
    </div>
  );
}

/** Why an act was refused, finding by finding; an outage says what to do and where to look. */
export function ProblemNote({ problem }: { readonly problem: Problem }) {
  const { t, locale } = useWords();
  const { title, detail, issues, reference, code } = problem;
  const isOutage = code === 'client/unreachable';
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={isOutage ? t('state.outage') : title || t('state.refused')}
      description={
        <>
          <p>{isOutage ? t('state.outageText') : detail}</p>
          {issues.length > 0 && (
            <ul className="wb-findings">
              {issues.map((found) => (
                <li key={`${found.code}${found.pointer}`}>{issueText(found, locale)}</li>
              ))}
            </ul>
          )}
          {reference !== '' && <p className="wb-muted">{t('state.reference', { reference })}</p>}
        </>
      }
    />
  );
}

interface FailedProps {
  readonly problem: Problem | undefined;
  readonly onRetry: () => void;
}

/** In place of something that could not be read. What is not there and what is not allowed look the same. */
export function Failed({ problem, onRetry }: FailedProps) {
  const { t } = useWords();
  if (problem?.status === 404 || problem?.status === 403)
    return <Empty title={t('state.gone')} text={t('state.goneText')} />;
  return (
    <div className="wb-failed">
      {problem !== undefined && <ProblemNote problem={problem} />}
      <Button onClick={onRetry}>{t('state.retry')}</Button>
    </div>
  );
}
