import { CloseCircleFilled, InfoCircleFilled, WarningFilled } from '@ant-design/icons';
import type { Issue } from '@paidan/engine/issue';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useFilling, useFormScope, useWords } from './form-scope.tsx';
import { withoutEchoes } from './issue-echoes.ts';

/** What is to be said at a place now: nothing about what a person has not come to yet. */
export function useShownIssues(pointer: string, hasRowFields: boolean): readonly Issue[] {
  const issues = useFilling((state) => state.issues);
  const refused = useFilling((state) => state.refused);
  const isTried = useFilling((state) => state.isTried);
  const isTouched = useFilling((state) => state.touched.includes(pointer));
  return useMemo(() => {
    if (pointer === '') return [];
    const isHere = (found: Issue) =>
      found.pointer === pointer || (!hasRowFields && found.pointer.startsWith(`${pointer}/`));
    return withoutEchoes([
      ...issues.filter((found) => isHere(found) && mayShow(found, isTried, isTouched)),
      ...refused.filter(isHere),
    ]);
  }, [issues, refused, isTried, isTouched, pointer, hasRowFields]);
}

function mayShow({ code, data }: Issue, isTried: boolean, isTouched: boolean): boolean {
  if (isTried) return true;
  if (code === 'form/required' || code === 'form/check-not-run') return false;
  return isTouched || (data['lookup'] !== undefined && data['field'] !== undefined);
}

const signs = { error: CloseCircleFilled, warning: WarningFilled, info: InfoCircleFilled };

export function FieldIssues({ id, issues }: { readonly id: string; readonly issues: readonly Issue[] }) {
  return (
    <div id={id}>
      {issues.map((found) => (
        <FieldIssue key={`${found.code} ${found.pointer} ${String(found.data['check'])}`} found={found} />
      ))}
    </div>
  );
}

function FieldIssue({ found }: { readonly found: Issue }) {
  const { filling } = useFormScope();
  const { words, say } = useWords();
  const Sign = signs[found.severity];
  const toConfirm =
    found.code === 'form/not-confirmed' ? (found.data['lookup'] ?? found.data['check']) : undefined;
  return (
    <div className="pd-issue" data-severity={toConfirm === undefined ? found.severity : 'warning'}>
      <Sign role="img" aria-label={found.severity === 'error' ? words.error : words.warning} />
      <div>
        {say(found.message, found.data)}
        {toConfirm !== undefined && (
          <div>
            <Button size="small" onClick={() => filling.acknowledge(String(toConfirm))}>
              {words.confirm}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
