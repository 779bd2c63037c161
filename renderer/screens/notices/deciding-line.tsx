import { useTranslation } from 'react-i18next';
import type { NoticeDetail } from '../../../app/api/contract.ts';
import { markSigns } from './mark.ts';

/** The text that decided, as text only: nothing from a mail is ever rendered as markup. */
export function DecidingLine({ failure }: { readonly failure: NoticeDetail['failures'][number] }) {
  const { t } = useTranslation();
  if (failure.diagnostic === null) return <p className="sw-dim">{t('drawer.noDeciding')}</p>;
  const pieces = markSigns(failure.diagnostic, failure.category === 'throttle');
  return (
    <figure className="sw-deciding">
      <figcaption>{t('drawer.deciding')}</figcaption>
      <blockquote className="sw-break">
        {pieces.map((piece, index) =>
          piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text,
        )}
      </blockquote>
    </figure>
  );
}
