export { compileForm } from './compile/compile-form.ts';
export type { CompiledForm } from './compile/compiled-form.ts';
export { formOf } from './compile/cut-form.ts';
export { formsKernel } from './compile/forms-kernel.ts';
export type {
  ChoiceState,
  Evaluation,
  FieldState,
  LookupState,
  RowState,
  SectionState,
} from './evaluate/evaluation.ts';
export type { Channel, FormActor, FormContext } from './evaluate/form-context.ts';
export type { LookupStatus } from './evaluate/sweep-state.ts';
export { digestOf } from './fields/signature/signature-kind.ts';
export type { DueLookup } from './lookup/due-lookups.ts';
export type { RankedArticle } from './recognition/rank-articles.ts';
export type { Recognition } from './recognition/recognise.ts';
