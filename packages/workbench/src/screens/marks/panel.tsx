import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PanelProps {
  readonly title?: ReactNode;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  /** Named for screen readers where the title is not plain words. */
  readonly label?: string;
}

/** A titled surface whose failure leaves the rest of the page alone. */
export function Panel({ title, extra, children, className = '', label }: PanelProps) {
  return (
    <section
      className={`wb-panel ${className}`}
      aria-label={label ?? (typeof title === 'string' ? title : undefined)}
    >
      {title !== undefined && (
        <header className="wb-panel-head">
          <h2>{title}</h2>
          {extra}
        </header>
      )}
      <ErrorBorder fallback={<Crashed />}>{children}</ErrorBorder>
    </section>
  );
}

function Crashed() {
  const { t } = useTranslation();
  return (
    <div role="alert" className="wb-empty">
      <p className="wb-empty-title">{t('state.crash')}</p>
      <p className="wb-muted">{t('state.crashText')}</p>
    </div>
  );
}

interface BorderProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

// React has no hook for it: only a class can stand between a failing part and the page.
class ErrorBorder extends Component<BorderProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
