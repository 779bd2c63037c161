import { readBlocks } from './blocks.ts';
import type { Family } from './family.ts';

const opening =
  /diagnostic information for administrators|your message did not reach some or all|delivery has failed to these recipients|generating server:|couldn'?t be delivered to|邮件传递失败|未能传递到以下|向这些收件人或组传递邮件|给管理员的诊断信息|管理员的诊断信息|发送到以下收件人/i;

/**
 * Exchange 2003 to Microsoft 365: friendly words first, the truth under "Diagnostic information for
 * administrators", where the recipient stands alone above the reply.
 */
export const exchange: Family = {
  name: 'exchange',
  recognises: (letter) =>
    letter.fields.has('x-ms-exchange-message-is-ndr') ||
    /microsoftexchange[0-9a-f]{6}/.test(letter.from) ||
    opening.test(letter.human().whole),
  read: (text) => {
    const at = text.lines.findIndex((line) => /generating server|生成服务器/i.test(line));
    const diagnostic =
      at < 0
        ? []
        : readBlocks(text.lines.slice(at + 1), { headings: ['alone', 'reply'], until }).cases;
    const cases =
      diagnostic.length > 0
        ? diagnostic
        : readBlocks(text.lines, { headings: ['quoted', 'named', 'alone'], until }).cases;
    const server = /(?:generating server|生成服务器)[:：]\s{0,3}([^\s]{1,253})/i.exec(
      text.text,
    )?.[1];
    return { cases, reportingMta: server?.toLowerCase() ?? null };
  },
  delayed:
    /delivery (?:is|has been) delayed|delayed:|has(?:n'?t| not) been delivered yet|will continue to try|延迟/i,
};
const until = /^\s{0,4}(?:original message headers|原始邮件头|message hops|had trouble)/i;
