import { describe, expect, it } from 'vitest';
import { alertWords, type Alert } from '../../../app/text/alert-words.ts';
import { createText, languages } from '../../../app/text/text.ts';

/** On the clock of whoever runs the test. */
const at = (hours: number, minutes: number) => new Date(2026, 2, 2, hours, minutes).getTime();
const now = at(14, 6);
const limited: Alert = {
  ...{ kind: 'limited', account: 'owner@example.com', action: 'pause', whole: true },
  ...{ startedAt: at(14, 5), endedAt: at(14, 5), retryAt: at(15, 5), lastLookAt: now },
};

describe('the words of a notification', () => {
  it('say what and until when', () => {
    expect(alertWords(createText('en'), [limited], now)).toEqual({
      title: 'Sending limited since 14:05, try again from 15:05',
      body: 'owner@example.com\nPause sending until then. The time is an estimate.',
    });
    expect(alertWords(createText('zh-CN'), [limited], now)).toEqual({
      title: '自 14:05 起发信受限，15:05 可重试',
      body: 'owner@example.com\n在此之前请暂停发信。该时间为估计值。',
    });
  });

  it('say what is not known', () => {
    const text = createText('en');
    const { body } = alertWords(text, [{ ...limited, kind: 'again', whole: false }], at(15, 6));
    expect(body).toContain('What came in since 14:06 was not read, so it is not known');
    expect(alertWords(text, [{ ...limited, whole: false }], now).body).toContain('may be more');
    expect(
      alertWords(text, [{ ...limited, kind: 'again', whole: true }], at(15, 6)).body,
    ).toContain('No rejection was observed after 14:05.');
  });

  it('explain why a mailbox is not watched', () => {
    const problem = {
      code: 'login-refused',
      subject: 'imap.example.com',
      detail: 'NO secret',
    } as const;
    const { body } = alertWords(
      createText('en'),
      [{ kind: 'notWatched', account: 'a@example.com', problem }],
      now,
    );
    expect(body).toMatch(/^a@example\.com\nimap\.example\.com refused the login\.\nGo through/);
    expect(body).not.toContain('secret');
  });

  it.each(languages)('put several accounts into one, a line each, in %s', (language) => {
    const many = Array.from({ length: 7 }, (_, index) => ({
      ...limited,
      account: `a${String(index)}@example.com`,
    }));
    const { title, body } = alertWords(createText(language), many, now);
    expect(title).toContain('7');
    expect(body.split('\n')).toHaveLength(5);
    expect(body).toMatch(/3/);
  });

  it.each(languages)('leave no place unfilled, in %s', (language) => {
    const text = createText(language);
    for (const kind of ['limited', 'longer', 'again'] as const)
      for (const action of ['none', 'pause', 'stop-for-a-day', 'contact-support'] as const)
        for (const count of [1, 2])
          for (const lastLookAt of [now, null]) {
            const alert = { ...limited, kind, action, lastLookAt, whole: count === 2 };
            const words = alertWords(text, Array<Alert>(count).fill(alert), now);
            expect(`${words.title} ${words.body}`).not.toMatch(/\{\{|alert\.|undefined/);
          }
  });
});
