import { useLayoutEffect, useRef, useState } from 'react';

/** What is drawn where nothing can be measured, such as a window that is not laid out yet. */
const usualWidth = 800;

/** The width of an element, measured before the first paint and followed from then on. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usualWidth);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      setWidth(element.clientWidth || usualWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { ref, width };
}
