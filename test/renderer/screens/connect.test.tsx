import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { ConnectStep } from '../../../app/api/contract.ts';
import { failed, type ProblemCode } from '../../../app/result.ts';
import { findings, show } from '../show.tsx';

afterEach(cleanup);

const noAccounts = { listAccounts: () => Promise.resolve([]) };

/** From the first screen to the form. */
async function openForm(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'Connect a mailbox' }));
}

async function fillIn(): Promise<void> {
  await openForm();
  await userEvent.type(await screen.findByLabelText('Mailbox address'), 'owner@example.cn');
  await userEvent.type(screen.getByLabelText('Password'), 'made-up-password');
  await userEvent.tab();
  await screen.findByText(/Found from the domain/);
}

const connect = () => userEvent.click(screen.getByRole('button', { name: 'Connect and scan' }));

describe('connect screen', () => {
  test('sends one attempt with the site that was found', async () => {
    const { bridge } = show(noAccounts);
    await fillIn();
    await connect();
    expect(bridge.calls.filter(([name]) => name === 'connect')).toEqual([
      [
        'connect',
        {
          address: 'owner@example.cn',
          password: 'made-up-password',
          host: 'imap.qiye.aliyun.com',
          port: 993,
          useChosenCa: false,
          days: 90,
          proxy: { use: 'system', url: '', user: '', password: '' },
        },
      ],
    ]);
  });

  test('asks for what is missing and does not connect', async () => {
    const { bridge } = show(noAccounts);
    await openForm();
    await connect();
    expect(screen.getByText('Type the whole address, such as name@example.com.')).toBeTruthy();
    expect(screen.getByText('Type the password.')).toBeTruthy();
    expect(bridge.calls.some(([name]) => name === 'connect')).toBe(false);
  });

  test('a refused login shows the server’s words and the reasons, most likely first', async () => {
    show({
      ...noAccounts,
      connect: () => Promise.resolve(failed('login-refused', 'imap.example.com', 'NO go away')),
    });
    await fillIn();
    await connect();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('imap.example.com refused the login.');
    expect(alert.querySelector('blockquote')?.textContent).toBe('NO go away');
    const reasons = [...alert.querySelectorAll('ol > li > strong')].map((each) => each.textContent);
    expect(reasons).toHaveLength(6);
    expect(reasons[0]).toBe('Mail programs are blocked for the account');
    expect(reasons[5]).toBe('The password is wrong');
    expect(await findings()).toEqual([]);
  });

  test.each<[ProblemCode, string]>([
    ['host-not-found', 'No server is known by the name imap.example.com.'],
    ['certificate-untrusted', 'The certificate of imap.example.com is not trusted.'],
    ['server-busy', 'imap.example.com is busy.'],
  ])('%s is said in place, without the reasons of a refused login', async (code, sentence) => {
    show({ ...noAccounts, connect: () => Promise.resolve(failed(code, 'imap.example.com')) });
    await fillIn();
    await connect();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(sentence);
    expect(alert.textContent).not.toContain('Mail programs are blocked');
  });

  test('a fault inside becomes a problem, not a form that waits for ever', async () => {
    show({ ...noAccounts, connect: () => Promise.resolve({ nonsense: true } as never) });
    await fillIn();
    await connect();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Something went wrong inside Sendwell.');
  });

  test('an own server takes host, port and a private authority', async () => {
    const { bridge } = show(noAccounts);
    await fillIn();
    await userEvent.click(screen.getByRole('combobox', { name: 'Mail server' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Another server' }));
    await userEvent.type(screen.getByLabelText('IMAP host'), 'localhost');
    await userEvent.clear(screen.getByLabelText('Port'));
    await userEvent.type(screen.getByLabelText('Port'), '10993');
    await userEvent.click(screen.getByRole('button', { name: 'Choose a PEM file' }));
    await screen.findByRole('button', { name: 'company-ca.pem' });
    await connect();
    expect(bridge.calls.find(([name]) => name === 'connect')?.[1]).toMatchObject({
      host: 'localhost',
      port: 10993,
      useChosenCa: true,
    });
  });

  test('shows the steps while it connects; the failed one stays, with the certificate and its way on', async () => {
    let answer: (result: ReturnType<typeof failed>) => void = () => undefined;
    const { bridge } = show({
      ...noAccounts,
      connect: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    await fillIn();
    await connect();
    const place = { address: 'owner@example.cn', host: 'imap.qiye.aliyun.com' };
    act(() => {
      bridge.connectSteps({ ...place, steps: way('running') });
      bridge.connectSteps({ ...place, host: 'imap.example.org', steps: [] });
    });
    const steps = screen.getByRole('list', { name: 'The connection, step by step' });
    expect(steps.textContent).toContain('203.0.113.7');
    expect(steps.textContent).toContain('Secure the connection (TLS): now');
    expect(steps.children).toHaveLength(6);
    act(() => bridge.connectSteps({ ...place, steps: way('failed') }));
    act(() => answer(untrusted));
    const alert = await screen.findByRole('alert');
    expect(steps.textContent).toContain('Secure the connection (TLS): failed');
    expect(alert.textContent).toContain('AB:CD');
    expect(alert.textContent).toContain('its authority is not known to this computer');
    expect(await findings()).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Choose the authority’s file (PEM)' }),
    );
    const calls = bridge.calls.filter(([name]) => name === 'connect');
    expect(calls).toHaveLength(2);
    expect(calls[1]?.[1]).toMatchObject({ useChosenCa: true });
  });

  test('takes a proxy and a longer time', async () => {
    const { bridge } = show(noAccounts);
    await fillIn();
    await userEvent.click(screen.getByText('Time, proxy and more'));
    await userEvent.click(screen.getByRole('combobox', { name: 'Proxy' }));
    await userEvent.click(await screen.findByRole('option', { name: 'This one' }));
    await connect();
    expect(screen.getByText('Type it like http://proxy.example.com:3128.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Proxy address'), 'socks5://10.0.0.1:1080');
    await userEvent.type(screen.getByLabelText('Proxy user'), 'office');
    await userEvent.type(screen.getByLabelText('Proxy password'), 'made-up-secret');
    await userEvent.click(
      screen.getByRole('combobox', { name: 'How far back the first scan reads' }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Everything, to the first message' }),
    );
    await connect();
    expect(bridge.calls.find(([name]) => name === 'connect')?.[1]).toMatchObject({
      days: null,
      proxy: {
        use: 'manual',
        url: 'socks5://10.0.0.1:1080',
        user: 'office',
        password: 'made-up-secret',
      },
    });
  });
});

const untrusted = failed('certificate-untrusted', 'imap.qiye.aliyun.com');
const none = { seen: null, problem: null, certificate: null };

const way = (tls: 'running' | 'failed'): ConnectStep[] => [
  { ...none, name: 'name', state: 'done', seen: { step: 'name', addresses: ['203.0.113.7'] } },
  {
    ...none,
    name: 'tcp',
    state: 'done',
    seen: { step: 'tcp', address: '203.0.113.7', port: 993 },
  },
  tls === 'running'
    ? { ...none, name: 'tls', state: tls }
    : {
        ...none,
        name: 'tls',
        state: tls,
        problem: untrusted.problem,
        certificate: {
          subject: 'imap.qiye.aliyun.com',
          issuer: 'Company root',
          names: ['imap.qiye.aliyun.com'],
          validFrom: Date.now(),
          validTo: null,
          fingerprint: 'AB:CD',
          faults: ['unknown-authority'],
        },
      },
  { ...none, name: 'greeting', state: 'waiting' },
  { ...none, name: 'login', state: 'waiting' },
  { ...none, name: 'inbox', state: 'waiting' },
];
