import { useState } from 'react';
import type { Account, Site } from '../../../app/api/contract.ts';
import type { Problem } from '../../../app/result.ts';
import { client } from '../../client.ts';
import { type FoundSite, looksLikeAddress, useFoundSite, useSites } from './use-site.ts';

export type SiteId = Site['id'];
export type FieldName = 'address' | 'password' | 'site' | 'host' | 'port';

export interface Fields {
  readonly address: string;
  readonly password: string;
  /** Null: as found from the address. */
  readonly siteId: SiteId | null;
  readonly host: string;
  readonly port: string;
  /** The name of the chosen file; main holds the file. */
  readonly ca: string | null;
}

const keyOfMissing = {
  address: 'connect.addressMissing',
  password: 'connect.passwordMissing',
  site: 'connect.siteMissing',
  host: 'connect.hostMissing',
  port: 'connect.portWrong',
} as const satisfies Record<FieldName, string>;
export type MissingKey = (typeof keyOfMissing)[FieldName];

export function useConnectForm(again: Account | null, onOpened: (accountId: number) => void) {
  const sites = useSites();
  const [fields, setFields] = useState<Fields>(() => startFrom(again));
  const [wrong, setWrong] = useState<Partial<Record<FieldName, MissingKey>>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { found, looking, askNow } = useFoundSite(fields.address.trim());
  const server = serverOf(fields, found, sites);

  const set = (change: Partial<Fields>) => {
    setFields((before) => ({ ...before, ...change }));
    setWrong((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => !(name in change))),
    );
  };

  const submit = async () => {
    const missing = whatIsWrong(fields, server);
    setWrong(missing);
    setProblem(null);
    if (Object.keys(missing).length > 0 || server.host === null) return;
    setBusy(true);
    const answer = await client.connect({
      address: fields.address.trim(),
      password: fields.password,
      host: server.host,
      port: server.port,
      useChosenCa: server.id === 'own' && fields.ca !== null,
    });
    setBusy(false);
    if (answer.ok) {
      // Main has it now; the window forgets it.
      set({ password: '' });
      onOpened(answer.value.accountId);
    } else setProblem(answer.problem);
  };

  const chooseCa = async () => {
    const name = await client.chooseCa();
    if (name !== null) set({ ca: name });
  };

  return {
    fields,
    set,
    wrong,
    problem,
    busy,
    sites,
    server,
    found,
    looking,
    askNow,
    submit,
    chooseCa,
  };
}

function startFrom(again: Account | null): Fields {
  const empty = { address: '', password: '', siteId: null, host: '', port: '993', ca: null };
  return again === null
    ? empty
    : {
        ...empty,
        address: again.address,
        siteId: 'own',
        host: again.host,
        port: String(again.port),
      };
}

export interface Server {
  readonly id: SiteId | null;
  readonly host: string | null;
  readonly port: number;
}

function serverOf(fields: Fields, found: FoundSite, sites: readonly Site[]): Server {
  const id = fields.siteId ?? found.site?.id ?? null;
  if (id === null) return { id, host: null, port: 993 };
  if (fields.siteId === 'own') {
    return { id, host: fields.host.trim() || null, port: Number(fields.port) };
  }
  const site =
    fields.siteId === null ? found.site : sites.find((each) => each.id === fields.siteId);
  return { id, host: site?.host ?? null, port: site?.port ?? 993 };
}

function whatIsWrong(fields: Fields, server: Server): Partial<Record<FieldName, MissingKey>> {
  const port = Number(fields.port);
  const checks = {
    address: looksLikeAddress(fields.address.trim()),
    password: fields.password !== '',
    site: server.id !== null,
    host: server.id !== 'own' || server.host !== null,
    port: server.id !== 'own' || (Number.isInteger(port) && port >= 1 && port <= 65535),
  } as const satisfies Record<FieldName, boolean>;
  const names = (Object.keys(checks) as FieldName[]).filter((name) => !checks[name]);
  return Object.fromEntries(names.map((name) => [name, keyOfMissing[name]]));
}
