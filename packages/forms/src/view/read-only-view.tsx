import type { Locale } from '@paidan/engine/issue';
import type { CompiledForm } from '../compile/compiled-form.ts';
import type { FormContext } from '../evaluate/form-context.ts';
import type { DevicePort } from './device-port.ts';
import { FormView } from './form-view.tsx';

export interface ReadOnlyViewProps {
  readonly form: CompiledForm;
  /** `base` holds the record that was answered. */
  readonly context: FormContext;
  readonly locale: Locale;
  readonly device?: DevicePort;
}

/** A form as it was answered: questions without an answer are left out. */
export function ReadOnlyView(props: ReadOnlyViewProps) {
  return <FormView {...props} readOnly onSubmit={() => Promise.resolve([])} />;
}
