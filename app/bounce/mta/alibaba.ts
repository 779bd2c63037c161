import type { Family } from './family.ts';
import { readLabelled } from './labelled.ts';

const opening =
  /很抱歉[,，]你?您?发送的邮件被本系统退回|您发送的邮件被退回[,，]相关信息如下|your (?:e-?mail|message)(?: you sent)? (?:was|has been) (?:returned|bounced|rejected) by (?:this|the|our) system/i;

/**
 * Alibaba Mail's own notices: from 2023 收信地址 / 退信原因 / 解决方案 / 远程响应, about 2016 无法发送到 / 系统应答, in
 * English Reason and Reply. The same sender also writes welcome and login mails, so words decide.
 */
export const alibaba: Family = {
  name: 'alibaba',
  recognises: (letter) =>
    /@(?:[\w-]+\.)*(?:mailsupport\.aliyun|aliyun|mxhichina|alibabacloud|alimail)\.com/.test(
      letter.from,
    )
      ? /退信|退回|undeliver|return|bounce|fail|无法/i.test(letter.subject) ||
        opening.test(letter.human().whole)
      : opening.test(letter.human().whole),
  read: (text) => readLabelled(text.lines),
  alibaba: true,
};
