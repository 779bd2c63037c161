import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLogReader, readLog } from '../../../../app/bounce/index.ts';
import type { LogOptions } from '../../../../app/bounce/index.ts';

const china: LogOptions = { now: new Date('2026-04-01T00:00:00Z'), offsetAt: () => 480 };

const read = (name: string, options: LogOptions = china) => [
  ...readLog(
    readFileSync(new URL(`../../../corpus/logs/${name}`, import.meta.url), 'utf8'),
    options,
  ),
];

const throttle = {
  phrase: 'too-frequently',
  stage: 'rcpt',
  connectionIp: '198.51.100.7',
  tag: '01201311R1468S4530114229',
  node: 'ay29a033002195077',
};

/** line, time, recipient, action, category, code, direction */
const brief = (name: string, options?: LogOptions) =>
  read(name, options).flatMap(({ line, notice }) =>
    notice.failures.map((failure) => {
      if (failure.throttle) expect(failure.throttle).toMatchObject(throttle);
      return [
        line,
        notice.bouncedAt,
        failure.recipient,
        failure.action,
        failure.category,
        failure.replyCode,
        failure.throttle?.direction ?? null,
      ];
    }),
  );

describe('logs of mail servers', () => {
  it('reads Postfix', () => {
    expect(brief('postfix.log')).toEqual([
      [
        3,
        '2026-03-02T08:14:05+08:00',
        'wang@example.cn',
        'failed',
        'throttle',
        554,
        'recipient-server',
      ],
      [4, '2026-03-02T08:15:05+08:00', 'two@example.cn', 'delayed', 'throttle', 454, 'own-account'],
      [
        5,
        '2026-03-02T08:16:05+08:00',
        'gone@dest.example',
        'failed',
        'host-unreachable',
        null,
        null,
      ],
    ]);
    expect(read('postfix.log')[0]?.notice.original.from).toBe('owner@example.com');
    expect(read('postfix.log')[0]?.notice.failures[0]?.remoteMta).toBe('mx1.qiye.aliyun.com');
  });

  it('reads Exim', () => {
    expect(brief('exim.log')).toEqual([
      [
        2,
        '2026-03-02T08:14:05+08:00',
        'wang@example.cn',
        'failed',
        'throttle',
        554,
        'recipient-server',
      ],
      [
        3,
        '2026-03-02T08:14:06+08:00',
        'two@example.cn',
        'delayed',
        'throttle',
        454,
        'recipient-server',
      ],
    ]);
    expect(read('exim.log')[0]?.notice.original).toMatchObject({
      from: 'owner@example.com',
      messageId: '<a1@app.example.com>',
    });
  });

  it('reads sendmail, whose stamps have no year', () => {
    expect(brief('sendmail.log')).toEqual([
      [
        2,
        '2026-03-02T08:14:05+08:00',
        'wang@example.cn',
        'failed',
        'throttle',
        554,
        'recipient-server',
      ],
      [4, '2026-03-02T08:15:06+08:00', 'gone@dest.example', 'failed', 'user-unknown', null, null],
    ]);
    expect(read('sendmail.log', {})[0]?.notice.bouncedAt).toBeNull();
  });
});

describe('logs of programs', () => {
  it('reads a nodemailer error object as one rejection', () => {
    expect(brief('nodemailer.log')).toEqual([
      [2, '2026-03-02T00:14:05+00:00', 'wang@example.cn', null, 'throttle', 554, 'unknown'],
    ]);
  });

  it('reads smtplib errors, each refused recipient by itself', () => {
    expect(brief('smtplib.log')).toEqual([
      [5, '2026-03-02T08:14:05+08:00', null, null, 'throttle', 554, 'unknown'],
      [6, '2026-03-02T08:15:05+08:00', 'wang@example.cn', null, 'throttle', 454, 'unknown'],
      [6, '2026-03-02T08:15:05+08:00', 'gone@dest.example', null, 'user-unknown', 550, null],
      [7, '2026-03-02T08:16:05+08:00', null, null, 'throttle', 554, 'unknown'],
    ]);
  });

  it('reads a JavaMail stack trace as one rejection', () => {
    expect(brief('javamail.log')).toEqual([
      [4, '2026-03-02T08:14:05+08:00', null, null, 'throttle', 554, 'unknown'],
    ]);
  });

  it('reads pasted replies, folded or of several lines, and no web errors', () => {
    expect(brief('pasted.txt')).toEqual([
      [1, null, null, null, 'throttle', 454, 'unknown'],
      [5, null, null, null, 'user-unknown', 550, null],
    ]);
  });
});

it.each([
  ['554 Reject by behaviour', 'spam at Rcpt State(Connection IP', 'address:198.51.100.7)'],
  ['554 Reject by', 'behaviour spam at Rcpt State(Connection', 'IP address:198.51.100.7)'],
  ['554 Reject', 'by behaviour spam at Rcpt State(Connection IP', 'address:198.51.100.7)'],
])('joins a pasted reply that Postfix folded inside its first words: %s', (...folds) => {
  const [first, second, third] = folds;
  const text = `    host smtp.qiye.aliyun.com[192.0.2.1] said: ${first}
    ${second}
    ${third}ANTISPAM_BAT[01201311R1468S4530114229, ay29a033002195077]: too
    frequently sendingCONTINUE (in reply to RCPT TO command)

550 5.1.1 no such user`;
  const found = [...readLog(text)];
  expect(found.map(({ line, notice }) => [line, notice.failures[0]?.category])).toEqual([
    [1, 'throttle'],
    [6, 'user-unknown'],
  ]);
  expect(found[0]?.notice.failures[0]).toMatchObject({
    ...{ confidence: 'certain', replyCode: 554 },
    throttle: { ...throttle, permanent: true, direction: 'own-account' },
  });
});

it('keeps a reply with few words apart from the line behind it', () => {
  const found = [...readLog('554 Reject\n    554 Reject by policy\nnext')];
  expect(found.map(({ line }) => line)).toEqual([1, 2]);
});

it('numbers every line of a stream from 1', () => {
  const reader = createLogReader();
  const found = ['nothing', '550 5.1.1 User unknown', '552 5.2.2 Mailbox full'].flatMap(
    reader.push,
  );
  expect([...found, ...reader.end()].map(({ line }) => line)).toEqual([2, 3]);
});
