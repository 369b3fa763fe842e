import { createContext, useContext } from 'react';
import type { HttpClient } from './http-client.ts';
import type { LiveState } from './live-updates.ts';
import type { Origin } from './origin-port.ts';

export interface Client {
  readonly http: HttpClient;
  readonly origin: Origin;
  readonly live: LiveState;
}

const Context = createContext<Client | undefined>(undefined);

export const ClientProvider = Context.Provider;

export function useClient(): Client {
  const client = useContext(Context);
  if (client === undefined) throw new TypeError('a screen stands outside Workbench');
  return client;
}
