import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../../client/client-context.tsx';

/** Takes another person's place in a demo. Nothing the former person saw stays. */
export function useRoleSwitch(): (person: string) => Promise<string | undefined> {
  const { http } = useClient();
  const queries = useQueryClient();
  return useCallback(
    async (person) => {
      const reply = await http.call('switchRole', { body: { person } });
      if (reply.kind !== 'done') return undefined;
      await queries.resetQueries();
      return reply.value.name;
    },
    [http, queries],
  );
}
