import type { Text } from '../../issue/text.ts';
import type { Turn } from '../turn.ts';
import { askEffect } from './ask-effect.ts';
import { fillText } from './fill-text.ts';

interface Told {
  readonly role: string;
  readonly name: string;
  readonly text: Text;
}

/** Tells a role that a ladder wants its attention; the policy names the role, so no effect of the document does. */
export function tellRole(turn: Turn, step: string, { role, name, text }: Told): void {
  if (turn.workings.roles[role] === undefined) return;
  askEffect(turn, (id) => ({
    id,
    kind: 'notify',
    stepId: step,
    name,
    to: { role },
    channels: ['desk'],
    ...fillText(turn, text),
  }));
}
