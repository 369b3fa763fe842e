import type { LookupAnswer } from '@paidan/engine';
import {
  type Checked,
  checked,
  type Issue,
  type Json,
  type JsonObject,
  writePointer,
} from '@paidan/engine/issue';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CompiledForm } from '../compile/compiled-form.ts';
import type { FormContext } from '../evaluate/form-context.ts';
import type { FillingState, FormAnswer, FormDraft } from './filling-state.ts';
import { keepSame, keepSameList } from './keep-same.ts';
import type { LookupPort } from './lookup-port.ts';
import { LookupRunner } from './lookup-runner.ts';
import { outgoingValues } from './outgoing-values.ts';
import { popupsAfter } from './popups.ts';
import { proposalPointers } from './proposals.ts';

export interface FillingStart {
  readonly form: CompiledForm;
  /** Without `lookups`, `edited` and `acknowledged`, which the filling keeps itself. */
  readonly context: FormContext;
  readonly lookups?: LookupPort | undefined;
  /** A draft to go on with. */
  readonly draft?: FormDraft | undefined;
}

const nothing: FormDraft = { typed: {}, edited: [], acknowledged: [], lookups: {} };

/**
 * One person filling in one form, without a screen. Only what was typed is kept; everything else is evaluated from it.
 * Pointers are the record's own, as in `FieldState.pointer` and in issues.
 */
export class FormFilling {
  readonly form: CompiledForm;
  readonly store: StoreApi<FillingState>;
  readonly #runner: LookupRunner;
  readonly #proposals: ReadonlySet<string>;
  /** What was set while an input method composed. */
  readonly #held = new Map<string, Json | undefined>();
  #context: FormContext;
  #hasActed = false;
  #isTyping = false;

  constructor({ form, context, lookups, draft = nothing }: FillingStart) {
    this.form = form;
    this.#context = context;
    this.#proposals = proposalPointers(form);
    this.store = createStore<FillingState>(() => ({ ...unused, ...draft, ...this.#judge(draft) }));
    this.#runner = new LookupRunner({
      port: lookups,
      onAsking: (asking) => this.store.setState({ asking }),
      onAnswer: (id, answer) => this.#change({ lookups: { ...this.#state.lookups, [id]: answer } }),
    });
    this.#lookAfter();
  }

  /** Types an answer; `undefined` empties the place. `isTyping` says that more keystrokes may follow. */
  set(pointer: string, value: Json | undefined, isTyping = false): void {
    const { typed, edited, isComposing } = this.#state;
    if (isComposing) {
      this.#held.set(pointer, value);
      return;
    }
    this.#hasActed = true;
    this.#isTyping = isTyping;
    const isNewEdit = this.#proposals.has(pointer) && !edited.includes(pointer);
    this.#change({
      typed: writePointer(typed, this.#below(pointer), value ?? null) as JsonObject,
      ...(isNewEdit ? { edited: [...edited, pointer] } : {}),
    });
  }

  /** Replaces the rows of a container and their keys at once. */
  setRows(pointer: string, rows: readonly Json[], keys: readonly string[]): void {
    this.store.setState({ rowKeys: { ...this.#state.rowKeys, [pointer]: keys } });
    this.set(pointer, rows, true);
  }

  /** Leaves fields: their issues may show, and waiting lookups are sent. */
  touch(...pointers: readonly string[]): void {
    const { touched } = this.#state;
    const fresh = pointers.filter((pointer) => !touched.includes(pointer));
    if (fresh.length > 0) this.store.setState({ touched: [...touched, ...fresh] });
    this.#isTyping = false;
    if (!this.#state.isComposing) this.#runner.flush();
  }

  /** Gives a proposal back to its sources (恢复自动). */
  restore(pointer: string): void {
    const { typed, edited } = this.#state;
    this.#change({
      typed: writePointer(typed, this.#below(pointer), undefined) as JsonObject,
      edited: edited.filter((one) => one !== pointer),
    });
  }

  /** Confirms a check or a lookup's answer by id, or takes that back. */
  acknowledge(id: string, isConfirmed = true): void {
    const others = this.#state.acknowledged.filter((one) => one !== id);
    this.#change({ acknowledged: isConfirmed ? [...others, id] : others });
  }

  /** Asks again what stayed open (待核实). */
  retry(lookupId: string): void {
    const { [lookupId]: _, ...lookups } = this.#state.lookups;
    this.#isTyping = false;
    this.#change({ lookups });
  }

  showPopup(section: string, isOpen: boolean): void {
    const popups = { ...this.#state.popups, [section]: isOpen ? 'open' : 'folded' } as const;
    this.store.setState({ popups });
  }

  /** While an input method composes, nothing is set, asked or opened; the end makes up for it. */
  compose(isComposing: boolean): void {
    if (this.#state.isComposing === isComposing) return;
    this.store.setState({ isComposing });
    if (isComposing) return;
    const waiting = [...this.#held];
    this.#held.clear();
    for (const [pointer, value] of waiting) this.set(pointer, value, true);
    this.#lookAfter();
  }

  /** The work order has moved on around the form: another record, instant or stage. */
  setContext(context: FormContext): void {
    this.#context = context;
    this.#change({});
  }

  /** Waits for lookups under way, then gives the answer to send, or why it cannot be sent. */
  async submit(): Promise<Checked<FormAnswer>> {
    this.compose(false);
    this.#isTyping = false;
    this.store.setState({ isSending: true });
    this.#runner.flush();
    await when(this.store, ({ asking, evaluation }) => asking.length + evaluation.due.length === 0);
    this.store.setState({ isTried: true, isSending: false });
    const { edited, acknowledged } = this.#state;
    const { value = {}, issues } = this.#verdict(this.#state);
    return checked({ hash: this.form.hash, values: value, edited, acknowledged }, issues);
  }

  /** Shows what the receiver found. */
  refuse(refused: readonly Issue[]): void {
    this.store.setState({ refused, isTried: true });
  }

  /** Gives up lookups under way; `setContext` goes on. */
  dispose(): void {
    this.#runner.dispose();
  }

  get #state(): FillingState {
    return this.store.getState();
  }

  #below(pointer: string): string {
    return pointer.slice(this.form.writes.length);
  }

  #judge(draft: FormDraft, before?: FillingState): Pick<FillingState, 'evaluation' | 'issues'> {
    const { typed, ...answered } = draft;
    const next = this.form.evaluate(typed, { ...this.#context, ...answered });
    const evaluation = keepSame(before?.evaluation, next);
    const { issues } = this.#verdict({ ...draft, evaluation });
    return { evaluation, issues: keepSameList(before?.issues, issues) };
  }

  #verdict({ evaluation, ...draft }: FormDraft & Pick<FillingState, 'evaluation'>): Checked<JsonObject> {
    const { typed, edited, acknowledged, lookups } = draft;
    const values = outgoingValues(this.form, evaluation, typed);
    return this.form.validate(values, { ...this.#context, edited, acknowledged, lookups });
  }

  #change(news: Partial<FormDraft>): void {
    const before = this.#state;
    const judged = this.#judge(draftOf({ ...before, ...news }), before);
    const popups = popupsAfter(before.evaluation, judged.evaluation, before.popups, this.#hasActed);
    this.store.setState({ ...news, ...judged, popups, refused: [] });
    this.#lookAfter();
  }

  #lookAfter(): void {
    const { evaluation, lookups, left, isComposing } = this.#state;
    if (isComposing) return;
    const notMine = evaluation.due.filter(({ leftToServer }) => leftToServer);
    if (notMine.length === 0) {
      this.#runner.want(evaluation.due, this.#isTyping);
      return;
    }
    const answers = notMine.map(({ id, hash }): [string, LookupAnswer] => [id, { status: 'deferred', hash }]);
    this.store.setState({ left: [...new Set([...left, ...notMine.map(({ id }) => id)])] });
    this.#change({ lookups: { ...lookups, ...Object.fromEntries(answers) } });
  }
}

const unused: Omit<FillingState, keyof FormDraft | 'evaluation' | 'issues'> = {
  refused: [],
  touched: [],
  isTried: false,
  asking: [],
  left: [],
  popups: {},
  isComposing: false,
  isSending: false,
  rowKeys: {},
};

/** What to keep of a filling to go on with it elsewhere. */
export function draftOf({ typed, edited, acknowledged, lookups }: FormDraft): FormDraft {
  return { typed, edited, acknowledged, lookups };
}

function when(store: StoreApi<FillingState>, holds: (state: FillingState) => boolean): Promise<void> {
  if (holds(store.getState())) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = store.subscribe((state) => {
    if (!holds(state)) return;
    stop();
    resolve();
  });
  return promise;
}
