import { Popover, UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { en } from '../../app/text/en/index.ts';
import './term.css';

export type TermName = keyof typeof en.window.glossary;

/**
 * A word that somebody may not know, with Help's text about it. Around a word it is underlined with dots; by itself
 * it is a small sign beside a title, whose own name then stays as it is.
 */
export function Term({
  name,
  children,
}: {
  readonly name: TermName;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const word = t(`glossary.${name}.word`);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={300}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          component="button"
          className={children === undefined ? 'sw-term-sign' : 'sw-term'}
          aria-label={children === undefined ? t('term.what', { word }) : undefined}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {children ?? <IconHelpCircle size={16} stroke={1.6} aria-hidden />}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="sw-term-text">
        {/* Focus goes here, so that a screen reader reads it. */}
        <div tabIndex={-1} data-autofocus>
          <strong>{word}</strong>
          <p>{t(`glossary.${name}.text`)}</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A title with the sign beside it, outside the heading. */
export function Titled({
  term,
  children,
}: {
  readonly term: TermName;
  readonly children: ReactNode;
}) {
  return (
    <div className="sw-titled">
      {children}
      <Term name={term} />
    </div>
  );
}
