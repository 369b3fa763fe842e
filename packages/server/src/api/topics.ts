import type { Asker } from '../gate/actor.ts';

/** Something a screen watches. */
export interface Topic {
  readonly name: string;
  concerns(row: { readonly workOrderId: string }): boolean;
}

const everything: readonly string[] = ['list', 'pool', 'inbox'];
const mostTopics = 50;

/** The topics of a stream: `work-order:ID,list,pool:ID,inbox,customer`. A link hears of its own work order alone. */
export function topicsOf(
  asked: string,
  asker: Exclude<Asker, { readonly kind: 'nobody' }>,
): readonly Topic[] {
  const names = asked.split(',').filter((name) => name !== '');
  return [...new Set(names)].slice(0, mostTopics).flatMap((name) => topicOf(name, asker));
}

function topicOf(name: string, asker: Exclude<Asker, { readonly kind: 'nobody' }>): readonly Topic[] {
  const at = name.indexOf(':');
  const kind = at < 0 ? name : name.slice(0, at);
  if (asker.kind === 'link') {
    const { workOrderId } = asker;
    return kind === 'customer' ? [{ name, concerns: (row) => row.workOrderId === workOrderId }] : [];
  }
  if (kind === 'work-order') {
    const id = name.slice(at + 1);
    return [{ name, concerns: (row) => row.workOrderId === id }];
  }
  return everything.includes(kind) ? [{ name, concerns: () => true }] : [];
}
