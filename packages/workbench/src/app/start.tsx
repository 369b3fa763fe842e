import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useAnswer } from '../client/queries.tsx';
import { screenPlan } from '../generate/screen-plan.ts';
import { usePlans } from '../screens/marks/use-plan.ts';
import { StartHere } from '../screens/start/start-here.tsx';
import { useRoleSwitch } from '../screens/start/use-role-switch.ts';
import type { HostPlace } from './frame.tsx';

/** The tour, wired to the demo's people: each card needs somebody whose plan allows what it asks for. */
export function Start({ places }: { readonly places: readonly HostPlace[] }) {
  const navigate = useNavigate();
  const { data: me } = useAnswer('me');
  const { main } = usePlans();
  const become = useRoleSwitch();
  const people = me?.demo?.people;
  const onBecome = useCallback(
    async (roleOf: 'sender' | 'chooser' | 'assigned', path: string) => {
      const fits = (roles: readonly string[]) => {
        if (main === undefined) return false;
        const plan = screenPlan(main.workflow, roles);
        if (roleOf === 'sender') return plan.entries.length > 0;
        return roleOf === 'chooser' ? plan.menu.includes('board') : plan.menu.includes('field');
      };
      const person = fits(me?.roles ?? []) ? undefined : people?.find(({ roles }) => fits(roles));
      if (person !== undefined) await become(person.id);
      await navigate(path);
    },
    [main, me, people, become, navigate],
  );
  const designPath = places.find(({ isDesigner }) => isDesigner === true)?.path;
  return <StartHere onBecome={(roleOf, path) => void onBecome(roleOf, path)} designPath={designPath} />;
}
