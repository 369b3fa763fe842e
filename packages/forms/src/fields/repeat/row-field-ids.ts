/** The fields of a container's rows, in the order of its columns. */
export function rowFieldIds(
  fields: {
    readonly [id: string]: {
      readonly at?: string;
      readonly options?: { readonly columns?: readonly string[] };
    };
  },
  container: string,
): readonly string[] {
  const at = fields[container]?.at ?? '';
  return (
    fields[container]?.options?.columns ??
    Object.keys(fields).filter((id) => fields[id]?.at?.startsWith(`${at}/*/`))
  );
}
