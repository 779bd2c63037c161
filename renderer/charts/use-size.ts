import { useLayoutEffect, useRef, useState } from 'react';

/** What is drawn where nothing can be measured, such as a window that is not laid out yet. */
const usual = { width: 800, height: 240 } as const;

/** The size of an element in CSS pixels, measured before the first paint and followed from then on. */
export function useSize() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>(usual.width);
  const [height, setHeight] = useState<number>(usual.height);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      setWidth(element.clientWidth || usual.width);
      setHeight(element.clientHeight || usual.height);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { ref, width, height };
}
