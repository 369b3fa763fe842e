import type { Locale } from '@paidan/engine/issue';
import { createRoot } from 'react-dom/client';
import { PaidanLook } from '../look/paidan-look.tsx';
import type { Mode } from '../look/palette.ts';
import { FormView, type FormViewProps } from '../view/form-view.tsx';

export interface MountedForm {
  readonly frame: HTMLElement;
  /** Draws the same form again, as a host does whose language, mode or context changed. */
  show(news: { readonly locale?: Locale; readonly mode?: Mode } & Partial<FormViewProps>): void;
  unmount(): void;
}

/** A form on a page of its own, for tests in a browser. */
export function mountForm(props: FormViewProps, mode: Mode = 'light'): MountedForm {
  const frame = document.createElement('main');
  document.body.append(frame);
  const root = createRoot(frame);
  let present = { ...props, mode };
  const draw = () => {
    const { mode: look, ...form } = present;
    document.documentElement.lang = form.locale;
    document.body.style.background = look === 'dark' ? '#0a0a0a' : '#f5f5f5';
    root.render(
      <PaidanLook locale={form.locale} mode={look}>
        <FormView {...form} />
      </PaidanLook>,
    );
  };
  draw();
  return {
    frame,
    show(news) {
      present = { ...present, ...news };
      draw();
    },
    unmount() {
      root.unmount();
      frame.remove();
    },
  };
}
