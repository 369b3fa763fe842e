import { type RefObject, useLayoutEffect, useRef } from 'react';

const glideMs = 240;

/** Rows that change places glide to the new one; who asked for less motion sees them there at once. */
export function useGlide(list: RefObject<HTMLElement | null>, order: readonly string[]): void {
  const places = useRef(new Map<string, number>());
  const key = order.join(' ');
  useLayoutEffect(() => {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const next = new Map<string, number>();
    for (const row of list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []) {
      const id = row.dataset['row'] ?? '';
      const top = row.offsetTop;
      const before = places.current.get(id);
      next.set(id, top);
      if (isStill || key === '' || before === undefined || before === top) continue;
      row.animate([{ transform: `translateY(${before - top}px)` }, { transform: 'none' }], {
        duration: glideMs,
        easing: 'ease-out',
      });
    }
    places.current = next;
  }, [list, key]);
}
