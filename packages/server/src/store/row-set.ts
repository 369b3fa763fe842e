/** One column of rows that travel to PostgreSQL as arrays, one parameter per column. */
export interface ArrayColumn<Row> {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'timestamptz';
  readonly read: (row: Row) => string | number | null;
}

/** Rows as a table expression. However many rows there are, the statement's text stays the same. */
export interface RowSet<Row> {
  /** `unnest($1::text[], …) AS name (id, …)`, its parameters counted from `first`. */
  readonly table: (name: string, first: number) => string;
  readonly parameters: (rows: readonly Row[]) => readonly (readonly (string | number | null)[])[];
  readonly width: number;
}

export function rowSet<Row>(columns: readonly ArrayColumn<Row>[]): RowSet<Row> {
  return {
    width: columns.length,
    table: (name, first) => {
      const arrays = columns.map((column, index) => `$${first + index}::${column.type}[]`);
      return `unnest(${arrays.join(', ')}) AS ${name} (${columns.map((column) => column.name).join(', ')})`;
    },
    parameters: (rows) => columns.map((column) => rows.map(column.read)),
  };
}
