import { pointerOf, segmentsOf } from '@paidan/engine/issue';

/** Focuses the control at a record pointer, or at the nearest place around it that the page shows. */
export function focusField(pointer: string, idOf: (pointer: string) => string): boolean {
  for (let segments = segmentsOf(pointer); segments.length > 0; segments = segments.slice(0, -1)) {
    const found = document.getElementById(idOf(pointerOf(...segments)));
    if (found === null) continue;
    const isControl = found.matches('input,textarea,button,select');
    const control = isControl ? found : (found.querySelector<HTMLElement>('input,textarea,button') ?? found);
    control.focus();
    control.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}
