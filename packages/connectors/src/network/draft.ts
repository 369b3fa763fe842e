import type { JsonObject } from '@paidan/engine/issue';

/** A request before it is signed and sent. `body` is JSON; a body that must be a form stands in `form`. */
export interface Draft {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: JsonObject;
  readonly form?: { readonly [name: string]: string };
}

/** The draft with a header more. */
export function withHeader(draft: Draft, name: string, value: string): Draft {
  return { ...draft, headers: { ...draft.headers, [name]: value } };
}

/** The draft with a query parameter more, percent-encoded. */
export function withQuery(draft: Draft, name: string, value: string): Draft {
  const url = new URL(draft.url);
  url.searchParams.set(name, value);
  return { ...draft, url: url.href };
}

/** The bytes that are sent, as text. */
export function bodyText(draft: Draft): string | undefined {
  if (draft.form !== undefined) return new URLSearchParams(draft.form).toString();
  return draft.body === undefined ? undefined : JSON.stringify(draft.body);
}
