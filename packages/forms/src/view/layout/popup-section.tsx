import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useFilling, useFormScope, useWords } from '../form-scope.tsx';
import { LookupPanel } from '../lookup-panel.tsx';
import { SectionFields } from './section-fields.tsx';
import { useSectionTexts } from './use-section-texts.ts';

/**
 * A popup inside the page: nothing lies behind it that one could not reach. It is announced when it opens, takes the
 * focus once, and folds to a line.
 */
export function PopupSection({ sectionId }: { readonly sectionId: string }) {
  const { form, filling } = useFormScope();
  const { words, say } = useWords();
  const { id, title, text } = useSectionTexts(sectionId);
  const isOpen = useFilling(({ popups }) => popups[sectionId] === 'open');
  const frame = useRef<HTMLElement>(null);
  useFocusOnce(frame, isOpen);
  const lookup = form.definition.sections[sectionId]?.panel?.lookup;
  if (!isOpen) {
    return (
      <div className="pd-card pd-line">
        <span>{title}</span>
        <Button size="small" onClick={() => filling.showPopup(sectionId, true)}>
          {words.showPopup}
        </Button>
      </div>
    );
  }
  return (
    <section
      className="pd-card pd-popup"
      role="dialog"
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      tabIndex={-1}
      ref={frame}
    >
      <span className="pd-hidden" role="status">
        {say(words.openedPopup, { title })}
      </span>
      <div className="pd-spread">
        <h2 className="pd-title" id={id}>
          {title}
        </h2>
        <Button size="small" type="text" onClick={() => filling.showPopup(sectionId, false)}>
          {words.foldPopup}
        </Button>
      </div>
      <p className="pd-note" id={`${id}-text`}>
        {text}
      </p>
      <SectionFields sectionId={sectionId} />
      {lookup !== undefined && <LookupPanel lookupId={lookup} />}
    </section>
  );
}

/** Takes the focus as soon as nobody is typing: a code or a sentence half written would otherwise end up nowhere. */
function useFocusOnce(frame: { readonly current: HTMLElement | null }, isOpen: boolean): void {
  useEffect(() => {
    const { activeElement } = document;
    if (!isOpen) return;
    const isTyping =
      activeElement instanceof HTMLElement && activeElement.matches('input:not([type=radio]),textarea');
    if (!isTyping) {
      frame.current?.focus();
      return;
    }
    const take = () => setTimeout(() => frame.current?.focus());
    activeElement.addEventListener('blur', take, { once: true });
    return () => activeElement.removeEventListener('blur', take);
  }, [isOpen, frame]);
}
