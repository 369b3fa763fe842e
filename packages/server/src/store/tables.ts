export type Tables = Readonly<Record<never, never>>;
