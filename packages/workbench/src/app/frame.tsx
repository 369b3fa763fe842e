import type { Locale } from '@paidan/engine/issue';
import type { Mode } from '@paidan/forms/view';
import type { ReactNode } from 'react';

/** A page of the host, such as a designer: its place in the menu and what stands there. */
export interface HostPlace {
  readonly path: string;
  readonly title: { readonly 'zh-CN': string; readonly en: string };
  readonly page: ReactNode;
  /** The right that shows it; everybody when absent. */
  readonly right?: 'workflow' | 'people' | 'operate' | 'repair' | 'audit';
  /** Opened by the card of the tour that renames a step. */
  readonly isDesigner?: boolean;
}

/** What every page around the work shares: the host's places, and the reader's choices. */
export interface FrameProps {
  readonly places: readonly HostPlace[];
  readonly locale: Locale;
  readonly mode: Mode;
  readonly onLocale: (locale: Locale) => void;
  readonly onMode: (mode: Mode) => void;
}
