import { IconMailOpened } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../client.ts';
import './drop-zone.css';

/**
 * Takes files that are dropped anywhere on the window. Whatever is dropped, the page never goes there: a browser's
 * own answer to a dropped file is to open it.
 */
export function DropZone({ onFiles }: { readonly onFiles: (paths: readonly string[]) => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const dropped = useEffectEvent((files: readonly File[]) => {
    const paths = client.pathsOf(files);
    if (paths.length > 0) onFiles(paths);
  });

  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent) => {
      // Text may still be dropped on the field for it.
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Null: out of the window, not from one element to the next.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      dropped([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragenter', drag);
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', drag);
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);

  if (!over) return null;
  return (
    <div className="sw-drop" role="status">
      <div>
        <IconMailOpened size={36} stroke={1.4} aria-hidden />
        <p className="sw-drop-title">{t('explain.drop')}</p>
        <p className="sw-dim">{t('explain.dropText')}</p>
      </div>
    </div>
  );
}
