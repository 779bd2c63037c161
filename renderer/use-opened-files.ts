import { useEffect, useEffectEvent } from 'react';
import { client } from './client.ts';

/** Hands over the mail files that a person opened with the app, before the window stood or since. */
export function useOpenedFiles(onFiles: (paths: readonly string[]) => void): void {
  const open = useEffectEvent(onFiles);
  useEffect(() => {
    const stop = client.onFilesOpened((paths) => {
      open(paths);
    });
    void client.openedFiles().then((paths) => {
      if (paths.length > 0) open(paths);
    });
    return stop;
  }, []);
}
