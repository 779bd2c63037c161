import type { ReactNode } from 'react';
import { LanguageMenu } from '../../components/language-menu.tsx';
import { Wordmark } from '../../components/wordmark.tsx';
import { useLanguageOfPage } from '../../use-language.ts';
import './store.css';

/** The frame of the few screens that stand in place of all others. */
export function StorePage({
  icon,
  title,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}) {
  useLanguageOfPage();
  return (
    <div className="sw-store">
      <header className="sw-store-top">
        <Wordmark />
        <LanguageMenu />
      </header>
      <main className="sw-card sw-store-card" aria-labelledby="store-title">
        <h1 id="store-title" className="sw-store-title">
          {icon}
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}

/** A place on this computer, whole and selectable. */
export function FilePlace({ label, path }: { readonly label: string; readonly path: string }) {
  return (
    <dl className="sw-store-file">
      <dt>{label}</dt>
      <dd className="sw-break">{path}</dd>
    </dl>
  );
}
