import { type RefObject, useLayoutEffect, useState } from "react";

export interface BoxSize {
  widthPx: number;
  heightPx: number;
}

/** The inner size of an element, measured before the first paint and after every change; null before that. */
export function useBoxSize(element: RefObject<HTMLElement | null>): BoxSize | null {
  const [size, setSize] = useState<BoxSize | null>(null);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return;
    const measure = () => setSize({ widthPx: box.clientWidth, heightPx: box.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
