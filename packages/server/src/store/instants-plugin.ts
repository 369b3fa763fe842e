import type { KyselyPlugin, UnknownRow } from 'kysely';

/** Hands every instant out as ISO text, as the engine speaks it, instead of a mutable Date. */
export const instantsPlugin: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(instantsAsText) }),
};

function instantsAsText(row: UnknownRow): UnknownRow {
  const told: UnknownRow = {};
  for (const [name, value] of Object.entries(row))
    told[name] = value instanceof Date ? value.toISOString() : value;
  return told;
}
