import { Skeleton, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Licence } from '../../../app/api/contract.ts';
import { failed, ok } from '../../../app/result.ts';
import { client } from '../../client.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import { useAnswer } from '../../use-answer.ts';

/** A line for each part; its licence's words, which can be long, are drawn only while they are open. */
export default function Licences() {
  const { t } = useTranslation();
  const { value, problem } = useAnswer('licences', () =>
    client.licences().then(ok, (error: unknown) => failed('internal', null, String(error))),
  );
  if (problem !== null) return <ProblemBox problem={problem} />;
  return (
    <section aria-labelledby="licences-title">
      <h3 id="licences-title" className="sw-licences-title">
        {t('about.licencesTitle')}
      </h3>
      {value === null ? (
        <Skeleton height={240} />
      ) : (
        <ul className="sw-licences">
          {value.map((each) => (
            <Part key={`${each.name}@${each.version}`} part={each} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Part({ part }: { readonly part: Licence }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <UnstyledButton
        className="sw-licence"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <span className="sw-ellipsis">{part.name}</span>
        <span className="sw-dim sw-number">{part.version}</span>
        <span className="sw-dim sw-ellipsis">{part.licence}</span>
      </UnstyledButton>
      {open && <pre className="sw-licence-text">{part.text}</pre>}
    </li>
  );
}
