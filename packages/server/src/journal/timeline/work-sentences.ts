import { type EntryOf, type Sentence, say, type Telling } from './sentence.ts';

/** What was answered and changed; a value that the reader may not see is not named. */
export function changeSentence(
  entry: EntryOf<'field-changed' | 'answers-given' | 'draft-saved'>,
  { titles, field, value }: Telling,
): Sentence {
  if (entry.kind === 'draft-saved') {
    return say('暂存「{step}」', 'Saved "{step}" for later', { step: titles.step(entry.step) });
  }
  if (entry.kind === 'answers-given') {
    return say('提交表单「{form}」', 'Answered the form "{form}"', { form: titles.form(entry.form) });
  }
  const { pointer, before, after } = entry;
  const name = field(pointer);
  const was = before === undefined ? undefined : value(pointer, before);
  const is = after === undefined ? undefined : value(pointer, after);
  if (after === undefined) return say('清除{field}', '{field} was cleared', { field: name });
  if (is === undefined) return say('修改{field}', '{field} was changed', { field: name });
  if (was === undefined) return say('{field}：{is}', '{field}: {is}', { field: name, is });
  return say('{field}：{was} → {is}', '{field}: {was} → {is}', { field: name, was, is });
}

export function taskSentence(
  entry: EntryOf<'task-opened' | 'task-closed' | 'task-claimed' | 'task-released' | 'task-transferred'>,
  { titles, name }: Telling,
): Sentence {
  const step = titles.effect(entry.step);
  switch (entry.kind) {
    case 'task-opened':
      return say('产生待办「{step}」', 'The task "{step}" was opened', { step });
    case 'task-closed':
      return say('待办「{step}」关闭', 'The task "{step}" was closed', { step });
    case 'task-claimed':
      return say('领取待办「{step}」', 'The task "{step}" was claimed', { step });
    case 'task-released':
      return say('退回待办「{step}」', 'The task "{step}" was given back', { step });
    case 'task-transferred':
      return say('待办「{step}」转交{to}', 'The task "{step}" was handed to {to}', {
        step,
        to: name(entry.to ?? ''),
      });
  }
}

export function proofSentence(
  entry: EntryOf<'vote-cast' | 'proof-given' | 'proof-voided'>,
  { titles }: Telling,
): Sentence {
  const step = titles.step(entry.step);
  if (entry.kind === 'vote-cast') {
    const { seat, note } = entry;
    const [zh, en] = votes[entry.vote] ?? votes.yes;
    if (note === undefined) return say(`「{step}」${zh}`, `"{step}": ${en}`, { step, seat });
    return say(`「{step}」${zh}：{note}`, `"{step}": ${en}: {note}`, { step, seat, note });
  }
  const { proof } = entry;
  if (entry.kind === 'proof-voided') {
    const [zh, en] = ['「{step}」的凭证「{proof}」因内容变化失效', 'The proof "{proof}" of "{step}" is void'];
    return say(zh, `${en}, because what it covers has changed`, { step, proof });
  }
  if (entry.alternative === undefined) {
    return say('「{step}」已具备凭证「{proof}」', 'The proof "{proof}" of "{step}" was given', {
      step,
      proof,
    });
  }
  const { alternative } = entry;
  const en = '"{alternative}" was given in place of the proof "{proof}" of "{step}"';
  return say('「{step}」的凭证「{proof}」以「{alternative}」代替', en, { step, proof, alternative });
}

const votes: { readonly yes: readonly [string, string]; readonly [vote: string]: readonly [string, string] } =
  {
    yes: ['同意', 'agreed'],
    no: ['不同意', 'refused'],
    return: ['退回', 'sent back'],
  };
