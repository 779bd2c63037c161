import { afterAll, beforeAll, expect, test } from 'vitest';
import { readNotice } from '../../../app/bounce/index.ts';
import { startFakeSmtp, type FakeSmtp } from '../../servers/fake-smtp.ts';
import { canStartPostfix, startPostfix, type Postfix } from '../../servers/postfix.ts';

const throttled =
  '454 Transient reject by behaviour spam at Rcpt State(Connection IP address:198.51.100.7)' +
  'ANTISPAM_BAT[01201311R9368S4530114229, ay29a0330]: too frequently sendingCONTINUE';
const raw = 'From: owner@example.com\nSubject: bill\nMessage-ID: <1@example.com>\n\nbody\n';

let smtp: FakeSmtp;
let postfix: Postfix;

beforeAll(async () => {
  if (!canStartPostfix) return;
  smtp = await startFakeSmtp();
  const host = 'mx1.qiye.aliyun.com';
  postfix = await startPostfix({ routes: [{ domain: '*', host, port: smtp.port }] });
});
afterAll(async () => {
  if (!canStartPostfix) return;
  await postfix.stop();
  await smtp.stop();
});

test.runIf(canStartPostfix)('takes mail to where its route leads', async () => {
  await postfix.send({ from: 'owner@example.com', to: ['wang@example.cn'], raw });
  await expect.poll(() => smtp.messages.length, { timeout: 20_000 }).toBe(1);
  expect(smtp.messages[0]?.recipients).toEqual(['wang@example.cn']);
});

test.runIf(canStartPostfix)('writes a throttle notice that our reader understands', async () => {
  smtp.setAnswer(({ at }) => (at === 'rcpt' ? throttled : undefined));
  await postfix.send({
    from: 'owner@example.com',
    to: ['li@example.cn', 'wang@example.cn'],
    raw,
  });
  const [notice] = await postfix.waitForNotices(1);
  const read = readNotice(notice ?? new Uint8Array());
  expect(read.isBounce).toBe(true);
  expect(read.reportingMta).toBe('mail.example.com');
  const throttle = {
    phrase: 'too-frequently',
    permanent: false,
    stage: 'rcpt',
    connectionIp: '198.51.100.7',
    tag: '01201311R9368S4530114229',
    node: 'ay29a0330',
    direction: 'recipient-server',
  };
  const common = { action: 'failed', category: 'throttle', replyCode: 454, throttle };
  expect(read.failures).toMatchObject([
    { recipient: 'li@example.cn', ...common },
    { recipient: 'wang@example.cn', ...common },
  ]);
});
