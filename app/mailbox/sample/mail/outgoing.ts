import { mailDate } from '../calendar.ts';
import { encodedWords, mailbox, message, textPart } from '../mime.ts';
import type { OutgoingMail } from '../notices/layout.ts';
import { owner } from '../people.ts';
import type { SeededRandom } from '../random.ts';

interface Draft {
  readonly subject: string;
  readonly text: string;
  /** What wrote it; its name stands in X-Mailer. */
  readonly program: 'contest-mailer 2.1' | 'Alimail-Mailagent' | 'Foxmail 7.2';
}

/** A mail of the owner, as it stands in Sent and comes back inside a notice. */
export function writeOutgoing(
  id: string,
  sentAt: Date,
  to: readonly string[],
  draft: Draft,
): OutgoingMail {
  const host = draft.program === 'contest-mailer 2.1' ? 'oj.example.cn' : 'example.cn';
  const messageId = `<${id}@${host}>`;
  const raw = message(
    [
      ['Date', mailDate(sentAt)],
      ['From', mailbox(owner.name, owner.address)],
      ['To', to.join(',\r\n\t')],
      ['Message-ID', messageId],
      ['Subject', encodedWords(draft.subject, 'utf-8')],
      ['X-Mailer', draft.program],
      ['MIME-Version', '1.0'],
    ],
    textPart(draft.text, 'utf-8', 'base64'),
  );
  return { messageId, subject: draft.subject, to, sentAt, raw };
}

/** The mails that the contest system writes to everyone who signed up. */
export const contestDraft = (round: number): Draft => ({
  subject: `[示例OJ] 第 ${round} 场周赛报名确认`,
  text: `同学你好：\n\n你已报名第 ${round} 场周赛，比赛将于周日 19:00 开始，请提前十分钟登录。\n\nYou are registered for weekly contest ${round}.\n\n示例在线评测\n`,
  program: 'contest-mailer 2.1',
});

export const resultDraft = (round: number): Draft => ({
  subject: `[示例OJ] 第 ${round} 场周赛成绩与题解`,
  text: `同学你好：\n\n第 ${round} 场周赛的成绩和题解已经发布，请登录查看。\n\n示例在线评测\n`,
  program: 'contest-mailer 2.1',
});

const everyday: readonly Draft[] = [
  {
    subject: '回复：下周的出题会议',
    text: '周三下午三点可以，会议室我来订。\n',
    program: 'Alimail-Mailagent',
  },
  {
    subject: 'Re: Problem statements for the autumn round',
    text: 'Thank you, the second draft reads well. I will add the samples tonight.\n',
    program: 'Foxmail 7.2',
  },
  {
    subject: '报销单据',
    text: '附上本月服务器费用的明细，请查收。\n',
    program: 'Alimail-Mailagent',
  },
  {
    subject: 'Re: Venue for the finals',
    text: 'Room 204 has enough power sockets. Shall we take it for both days?\n',
    program: 'Foxmail 7.2',
  },
  {
    subject: '回复：账号无法登录',
    text: '已经为你重置，请用新密码登录后尽快修改。\n',
    program: 'Alimail-Mailagent',
  },
];

export const everydayDraft = (random: SeededRandom): Draft => random.pick(everyday);
