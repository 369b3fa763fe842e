import { useSearchParams } from 'react-router';

export interface ListAddress {
  readonly view: string;
  readonly q: string;
  readonly limit: number;
  readonly filters: { readonly [pointer: string]: string };
  readonly set: (name: string, value: string | undefined) => void;
  readonly clear: () => void;
}

const page = 50;

/** The list as the address holds it, so that a colleague who opens the link sees the same. */
export function useListAddress(): ListAddress {
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === undefined || value === '') after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const filters = [...search.entries()].filter(([name]) => name.startsWith('/'));
  return {
    view: search.get('view') ?? 'all',
    q: search.get('q') ?? '',
    limit: Number(search.get('limit') ?? page) || page,
    filters: Object.fromEntries(filters),
    set,
    clear: () => setSearch({}, { replace: true }),
  };
}
