import { useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  looksLikeProxy,
  type Account,
  type ConnectStep,
  type Settings,
  type Site,
} from '../../../app/api/contract.ts';
import type { Problem } from '../../../app/result.ts';
import { client } from '../../client.ts';
import { daysOf, windowOf } from '../../components/reading-window.ts';
import { useSettings } from '../../use-settings.ts';
import { type FoundSite, looksLikeAddress, useFoundSite, useSites } from './use-site.ts';

export type SiteId = Site['id'];
export type FieldName = 'address' | 'password' | 'site' | 'host' | 'port' | 'proxyUrl';
/** 'before': what main has stored for the account. */
export type ProxyUse = 'before' | 'system' | 'direct' | 'manual';

export interface Fields {
  readonly address: string;
  readonly password: string;
  /** Null: as found from the address. */
  readonly siteId: SiteId | null;
  readonly host: string;
  readonly port: string;
  /** The name of the chosen file; main holds the file. */
  readonly ca: string | null;
  /** Days, or 'all'. */
  readonly days: string;
  readonly proxyUse: ProxyUse;
  readonly proxyUrl: string;
  readonly proxyUser: string;
  readonly proxyPassword: string;
}

const keyOfMissing = {
  address: 'connect.addressMissing',
  password: 'connect.passwordMissing',
  site: 'connect.siteMissing',
  host: 'connect.hostMissing',
  port: 'connect.portWrong',
  proxyUrl: 'connect.proxyWrong',
} as const satisfies Record<FieldName, string>;
export type MissingKey = (typeof keyOfMissing)[FieldName];

export function useConnectForm(again: Account | null, onOpened: (accountId: number) => void) {
  const sites = useSites();
  const settings = useSettings();
  const [typed, setTyped] = useState<Partial<Fields>>({});
  const fields: Fields = { ...startFrom(again, settings), ...typed };
  const [wrong, setWrong] = useState<Partial<Record<FieldName, MissingKey>>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [steps, setSteps] = useState<readonly ConnectStep[]>([]);
  const { found, looking, askNow } = useFoundSite(fields.address.trim());
  const server = serverOf(fields, found, sites);

  const set = (change: Partial<Fields>) => {
    setTyped((before) => ({ ...before, ...change }));
    setWrong((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => !(name in change))),
    );
  };

  /** The attempt that was made last. Its answer may overtake the last word on its steps. */
  const attempt = useRef('');
  const hear = useEffectEvent((of: string, heard: readonly ConnectStep[]) => {
    if (of === attempt.current) setSteps(heard);
  });
  useEffect(
    () =>
      client.onConnectSteps((body) => {
        hear(`${body.address} ${body.host}`, body.steps);
      }),
    [],
  );

  const submit = async (ca: string | null = fields.ca) => {
    const missing = whatIsWrong(fields, server);
    setWrong(missing);
    setProblem(null);
    setSteps([]);
    if (Object.keys(missing).length > 0 || server.host === null) return;
    setBusy(true);
    attempt.current = `${fields.address.trim()} ${server.host}`;
    const answer = await client.connect({
      address: fields.address.trim(),
      password: fields.password,
      host: server.host,
      port: server.port,
      useChosenCa: ca !== null,
      ...(again === null ? { days: daysOf(fields.days) } : {}),
      ...(fields.proxyUse === 'before'
        ? {}
        : {
            proxy: {
              use: fields.proxyUse,
              url: fields.proxyUrl.trim(),
              user: fields.proxyUser.trim(),
              password: fields.proxyPassword,
            },
          }),
    });
    setBusy(false);
    if (answer.ok) {
      // Main has it now; the window forgets it.
      set({ password: '', proxyPassword: '' });
      onOpened(answer.value.accountId);
    } else setProblem(answer.problem);
  };

  const chooseCa = async () => {
    const name = await client.chooseCa();
    if (name !== null) set({ ca: name });
    return name;
  };

  /** For a certificate that was just shown: the choice of its authority is the wish to connect. */
  const chooseCaAndConnect = async () => {
    const name = await chooseCa();
    if (name !== null) await submit(name);
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
    steps,
    isAgain: again !== null,
    submit,
    chooseCa,
    chooseCaAndConnect,
  };
}

/** A new account begins with what the settings say; null: they are on their way. */
function startFrom(again: Account | null, settings: Settings | null): Fields {
  const empty: Fields = {
    ...{ address: '', password: '', siteId: null, host: '', port: '993', ca: null, days: '90' },
    ...{ proxyUse: 'system', proxyUrl: '', proxyUser: '', proxyPassword: '' },
  };
  return again === null
    ? {
        ...empty,
        ...(settings && {
          days: windowOf(settings.days),
          proxyUse: settings.proxy.use,
          proxyUrl: settings.proxy.url,
          proxyUser: settings.proxy.user,
        }),
      }
    : {
        ...empty,
        address: again.address,
        siteId: 'own',
        proxyUse: 'before',
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
    proxyUrl: fields.proxyUse !== 'manual' || looksLikeProxy(fields.proxyUrl.trim()),
  } as const satisfies Record<FieldName, boolean>;
  const names = (Object.keys(checks) as FieldName[]).filter((name) => !checks[name]);
  return Object.fromEntries(names.map((name) => [name, keyOfMissing[name]]));
}
