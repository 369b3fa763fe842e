import {
  CheckCircleFilled,
  ExclamationCircleFilled,
  LoadingOutlined,
  MinusCircleFilled,
} from '@ant-design/icons';
import { isJsonObject, type Json } from '@paidan/engine/issue';
import { Button } from 'antd';
import type { CompiledForm } from '../compile/compiled-form.ts';
import { useFilling, useFormScope, useWords } from './form-scope.tsx';

type Shown = 'asking' | 'done' | 'absent' | 'deferred';

/** How a lookup stands for the person at the screen; nothing where the server alone asks. */
export function useLookupStatus(lookupId: string): Shown | undefined {
  const status = useFilling(({ evaluation }) => evaluation.lookups[lookupId]?.status);
  const isAsking = useFilling(({ asking }) => asking.includes(lookupId));
  const isLeft = useFilling(({ left }) => left.includes(lookupId));
  if (isLeft) return undefined;
  if (isAsking || status === 'due') return 'asking';
  return status === 'done' || status === 'absent' || status === 'deferred' ? status : undefined;
}

const signs = {
  asking: LoadingOutlined,
  done: CheckCircleFilled,
  absent: MinusCircleFilled,
  deferred: ExclamationCircleFilled,
};

/** 查询中, 已查, 无记录, or 待核实 with a way to ask again. */
export function LookupChip({ lookupId }: { readonly lookupId: string }) {
  const { filling } = useFormScope();
  const { words } = useWords();
  const status = useLookupStatus(lookupId);
  const names = { asking: words.asking, done: words.asked, absent: words.absent, deferred: words.open };
  const Sign = status === undefined ? undefined : signs[status];
  return (
    <>
      <span className="pd-status" data-status={status} role="status">
        {Sign !== undefined && <Sign aria-hidden />}
        {status !== undefined && names[status]}
      </span>
      {status === 'deferred' && (
        <Button type="link" size="small" onClick={() => filling.retry(lookupId)}>
          {words.retry}
        </Button>
      )}
    </>
  );
}

/** The lookups whose first parameter is this field. */
export function FieldLookups({ pointer }: { readonly pointer: string }) {
  const { form } = useFormScope();
  return lookupsOf(form, pointer).map((id) => <LookupChip key={id} lookupId={id} />);
}

function lookupsOf({ definition }: CompiledForm, pointer: string): readonly string[] {
  const path = `record${pointer.replaceAll('/', '.')}`;
  return Object.entries(definition.lookups ?? {}).flatMap(([id, { params }]) =>
    pathOf(Object.values(params)[0]) === path ? [id] : [],
  );
}

function pathOf(expression: unknown): Json | undefined {
  return isJsonObject(expression as Json) ? (expression as { readonly var?: Json }).var : undefined;
}
