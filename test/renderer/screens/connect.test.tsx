import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { failed, type ProblemCode } from '../../../app/result.ts';
import { findings, show } from '../show.tsx';

afterEach(cleanup);

const noAccounts = { listAccounts: () => Promise.resolve([]) };

async function fillIn(): Promise<void> {
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
        },
      ],
    ]);
  });

  test('asks for what is missing and does not connect', async () => {
    const { bridge } = show(noAccounts);
    await screen.findByLabelText('Mailbox address');
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
    expect(alert.querySelector('ol')).toBeNull();
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
});
