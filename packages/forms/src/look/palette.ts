export type Mode = 'light' | 'dark';

/** Colours by use. Each text colour stands at 4.5:1 or more on both grounds of its mode, borders of controls at 3:1. */
export interface Palette {
  readonly primary: string;
  /** Under the pointer; as readable as at rest. */
  readonly primaryHover: string;
  readonly primaryGround: string;
  readonly danger: string;
  readonly dangerGround: string;
  readonly urgent: string;
  readonly warn: string;
  readonly warnGround: string;
  readonly ok: string;
  readonly okGround: string;
  readonly text: string;
  readonly muted: string;
  readonly ground: string;
  readonly surface: string;
  /** Between things; carries no meaning. */
  readonly line: string;
  /** Around a control: its edge is how one finds it. */
  readonly edge: string;
  readonly onPrimary: string;
}

export const palettes: { readonly [mode in Mode]: Palette } = {
  light: {
    primary: '#0958d9',
    primaryHover: '#003eb3',
    primaryGround: '#e8f1ff',
    danger: '#cf1322',
    dangerGround: '#fff1f0',
    urgent: '#ad4e00',
    warn: '#874d00',
    warnGround: '#fff7e0',
    ok: '#237804',
    okGround: '#effbe6',
    text: '#1f1f1f',
    muted: '#595959',
    ground: '#f5f5f5',
    surface: '#ffffff',
    line: '#d9d9d9',
    edge: '#8c8c8c',
    onPrimary: '#ffffff',
  },
  dark: {
    primary: '#69b1ff',
    primaryHover: '#91caff',
    primaryGround: '#10233c',
    danger: '#ff7875',
    dangerGround: '#2c1618',
    urgent: '#ffa940',
    warn: '#ffc53d',
    warnGround: '#2b2111',
    ok: '#73d13d',
    okGround: '#162312',
    text: '#e8e8e8',
    muted: '#a6a6a6',
    ground: '#0a0a0a',
    surface: '#141414',
    line: '#424242',
    edge: '#737373',
    onPrimary: '#0a1a30',
  },
};
