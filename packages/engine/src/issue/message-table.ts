export type Severity = 'error' | 'warning' | 'info';

/** One sentence per language; `{name}` stands for `data.name`. */
export interface MessagePattern {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** One area's issues: `area/kebab-case` to default severity and sentences. Sentences say what was expected, what was found, what to do. */
export type MessageTable = {
  readonly [code: `${string}/${string}`]: MessagePattern & { readonly severity: Severity };
};
