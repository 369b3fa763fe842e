import { isJsonObject, type Json, type JsonObject } from '@paidan/engine/issue';
import type { CompiledPolicy, Ranking } from '@paidan/engine/routing';
import type { RankingView } from '@paidan/server/contract';
import { Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAnswer, useSend } from '../../client/queries.tsx';
import { ProblemNote } from '../marks/states.tsx';
import { useWords } from '../marks/use-words.ts';
import { Failures } from './ineligible.tsx';
import { sayPoints } from './say-points.ts';
import { useReasonWords } from './use-reason-words.ts';

interface OverrideProps {
  readonly view: RankingView;
  readonly ranking: Ranking;
  readonly policy: CompiledPolicy;
  readonly nameOf: (id: string) => string;
  readonly picked: string;
  readonly onClose: () => void;
}

/** A pick by hand: what it breaks and both scores first, then reason and words, without which nothing is sent. */
export function Override({ view, ranking, policy, nameOf, picked, onClose }: OverrideProps) {
  const { t } = useWords();
  const sayReason = useReasonWords();
  const override = useSend('override');
  const [reason, setReason] = useState<string>();
  const [note, setNote] = useState('');
  const [approver, setApprover] = useState<string>();
  const [isTried, setTried] = useState(false);
  const barred = ranking.notEligible.find(({ assigneeId }) => assigneeId === picked);
  const one = barred ?? ranking.candidates.find(({ assigneeId }) => assigneeId === picked);
  const needsApprover = Object.keys(barred?.failed ?? {}).some(
    (id) => policy.policy.requirements[id]?.absolute,
  );
  const isReady = reason !== undefined && note.trim() !== '' && (!needsApprover || approver !== undefined);
  const send = async () => {
    setTried(true);
    if (!isReady) return;
    const second = approver === undefined ? {} : { secondApprover: approver };
    const body = { assignee: picked, reason, note: note.trim(), ...second };
    const reply = await override.send({ params: { id: view.workOrderId }, body });
    if (reply.kind === 'done') onClose();
  };
  return (
    <Modal
      open
      title={t('board.override', { name: nameOf(picked) })}
      okText={t('board.confirm')}
      cancelText={t('shell.cancel')}
      confirmLoading={override.isSending}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <div className="wb-override">
        <p className="wb-muted">{t('board.overrideText')}</p>
        <p>
          {t('board.scores', {
            picked: sayPoints(one?.score ?? 0),
            first: sayPoints(ranking.candidates[0]?.score ?? 0),
          })}
        </p>
        <h3>{barred === undefined ? t('board.noneBroken') : t('board.broken')}</h3>
        {barred !== undefined && <Failures of={barred} policy={policy} />}
        <Named
          label={t('board.reason')}
          problem={isTried && reason === undefined ? t('board.reasonFirst') : undefined}
        >
          <Select
            aria-label={t('board.reason')}
            aria-required
            value={reason ?? null}
            onChange={(next: string | null) => setReason(next ?? undefined)}
            options={reasonsOf(view.policy).map((value) => ({ value, label: sayReason(value) }))}
          />
        </Named>
        <Named
          label={t('board.note')}
          problem={isTried && note.trim() === '' ? t('board.noteFirst') : undefined}
        >
          <Input.TextArea
            aria-label={t('board.note')}
            aria-required
            rows={2}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </Named>
        {needsApprover && (
          <Approver value={approver} onChange={setApprover} role={approverRole(view.policy)} />
        )}
        {override.problem !== undefined && <ProblemNote problem={override.problem} />}
      </div>
    </Modal>
  );
}

interface NamedProps {
  readonly label: string;
  readonly problem: string | undefined;
  readonly children: ReactNode;
}

function Named({ label, problem, children }: NamedProps) {
  return (
    <div className="wb-named">
      <span className="wb-label">{label}</span>
      {children}
      {problem !== undefined && (
        <span role="alert" className="wb-small wb-tone-danger">
          {problem}
        </span>
      )}
    </div>
  );
}

interface ApproverProps {
  readonly value: string | undefined;
  readonly onChange: (person: string) => void;
  readonly role: string;
}

function Approver({ value, onChange, role }: ApproverProps) {
  const { t } = useWords();
  const people = useAnswer('people').data ?? [];
  const fit = people.filter(({ roles }) => Array.isArray(roles) && roles.includes(role));
  return (
    <Named label={t('board.approver')} problem={undefined}>
      <Select
        aria-label={t('board.approver')}
        value={value ?? null}
        onChange={(next: string | null) => {
          if (next !== null) onChange(next);
        }}
        options={fit.map((person) => ({ value: String(person['id']), label: String(person['name']) }))}
      />
      <span className="wb-small wb-muted">{t('board.absolute')}</span>
    </Named>
  );
}

function reasonsOf(policy: JsonObject): readonly string[] {
  const reasons = overrideOf(policy)['reasons'];
  return Array.isArray(reasons) ? reasons.map(String) : ['other'];
}

function approverRole(policy: JsonObject): string {
  const second: Json | undefined = overrideOf(policy)['secondApprover'];
  return second !== undefined && isJsonObject(second) ? String(second['role']) : '';
}

function overrideOf(policy: JsonObject): JsonObject {
  const found = policy['override'];
  return found !== undefined && isJsonObject(found) ? found : {};
}
