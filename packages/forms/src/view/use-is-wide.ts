import { type RefObject, useEffect, useState } from 'react';

/** Whether an element is at least so many CSS pixels wide. */
export function useIsWide(element: RefObject<HTMLElement | null>, width: number): boolean {
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const watcher = new ResizeObserver(([entry]) => setWide((entry?.contentRect.width ?? 0) >= width));
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, [element, width]);
  return isWide;
}
