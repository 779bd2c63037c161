import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../app/api/contract.ts';
import { diagnostics, type DiagnosticFacts } from '../../../app/report/diagnostics.ts';

const facts: DiagnosticFacts = {
  version: '0.1.0',
  electron: '45.4.1',
  chrome: '150.0.7000.12',
  node: '24.21.0',
  platform: 'linux',
  arch: 'x64',
  release: '6.12.9-amd64',
  fallbackRuntime: false,
  language: 'zh-CN',
  settings: { ...defaultSettings },
  counts: { accounts: 2, samples: 1, read: 2, watched: 0, notices: 1234 },
  keyring: null,
  log: [
    '[2026-03-02 08:00:00.123] [info]  started 0.1.0 45.4.1',
    '[2026-03-02 08:00:01.004] [warn]  problem scan:connect login-refused',
    '[2026-03-02 08:00:02.004] [error] a handler broke overview:get TypeError: x is not a function',
    '    at somewhere (/home/zhangsan/app/main.cjs:1:2)',
  ].join('\n'),
  channels: ['scan:connect', 'overview:get'],
};

describe('diagnostics', () => {
  it('tell versions, counts, settings and the last problems by their codes', () => {
    const text = diagnostics(facts);
    for (const line of [
      'Sendwell 0.1.0',
      'Electron 45.4.1, Chromium 150.0.7000, Node 24.21.0',
      'linux x64 6.12.9',
      'keyring: usable',
      '  notices: 1234',
      '  theme: system',
      '  days: 90',
      '  proxy: system',
      '  2026-03-02 08:00:01 warn problem scan:connect login-refused',
      '  2026-03-02 08:00:02 error a handler broke overview:get TypeError a',
    ])
      expect(text.split('\n')).toContain(line);
    expect(text).not.toContain('started');
    expect(text).not.toContain('zhangsan');
  });

  it('say why nothing could be counted, and that nothing went wrong', () => {
    const text = diagnostics({ ...facts, counts: 'store-damaged', log: '' });
    expect(text).toContain('  database: store-damaged');
    expect(text).toContain('last problems\n  none');
  });

  it('keep the last twenty problems only', () => {
    const line = (second: number) =>
      `[2026-03-02 08:00:${String(second).padStart(2, '0')}.000] [warn]  refused app:info`;
    const text = diagnostics({
      ...facts,
      log: Array.from({ length: 50 }, (_, at) => line(at)).join('\n'),
    });
    expect(text.match(/ warn refused/g)).toHaveLength(20);
    expect(text).toContain('08:00:49');
    expect(text).not.toContain('08:00:29');
  });
});

const planted = [
  'owner@example.com',
  'Correct-Horse-7',
  'imap.owner.example.com',
  '/home/zhangsan/mails',
  'C:\\Users\\zhangsan',
  '203.0.113.9',
  '合同报价',
];

/** The same facts with one secret in every place that can hold text, whatever its type says. */
function poisoned(secret: string): DiagnosticFacts {
  const poison = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.fromEntries([
        ...Object.entries(value).map(([key, each]) => [key, poison(each)]),
        [secret, secret],
      ]);
    return secret;
  };
  return {
    ...(poison({
      ...facts,
      settings: { ...defaultSettings, quietHours: { from: '', to: '' } },
    }) as DiagnosticFacts),
    fallbackRuntime: true,
    channels: facts.channels,
    log: [
      `[2026-03-02 08:00:00.000] [warn]  refused ${secret} password=${secret} "${secret}"`,
      `[2026-03-02 08:00:00.000] [error] ${secret}`,
      `[${secret}] [warn]  refused`,
      `[2026-03-02 08:00:00.000] [${secret}]  refused`,
      secret,
    ].join('\n'),
  };
}

it.each(planted)('never let %s out, wherever it was planted', (secret) => {
  const text = diagnostics(poisoned(secret));
  expect(text).not.toContain(secret);
  // Nor the beginning of an address that looks like a version.
  for (const part of secret.split(/[@.\\/-]/).filter((each) => each.length > 3))
    expect(text.toLowerCase()).not.toContain(part.toLowerCase());
  expect(text).toContain('refused');
});
