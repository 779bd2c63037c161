import { useEffect, useEffectEvent } from 'react';
import type { EpisodeLink } from '../app/api/contract.ts';
import { client } from './client.ts';

/** Hands over what was clicked in a notification or the tray, before the window stood or since. */
export function useClickedEpisode(onClick: (link: EpisodeLink) => void): void {
  const open = useEffectEvent(onClick);
  useEffect(() => {
    const stop = client.onEpisodeOpen((link) => {
      open(link);
    });
    void client.clickedEpisode().then((link) => {
      if (link !== null) open(link);
    });
    return stop;
  }, []);
}
