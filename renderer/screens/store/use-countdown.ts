import { useEffect, useEffectEvent, useState } from 'react';

/** Seconds left until `onEnd` is called; null: no clock runs. Each new round begins with the whole span. */
export function useCountdown(
  seconds: number | null,
  round: number,
  onEnd: () => void,
): number | null {
  const [left, setLeft] = useState(seconds);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (seconds === null) return;
    const until = Date.now() + seconds * 1000;
    const tick = () => {
      const now = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      end();
    };
    const timer = setInterval(tick, 250);
    return () => {
      clearInterval(timer);
      setLeft(seconds);
    };
  }, [seconds, round]);
  return seconds === null ? null : left;
}
