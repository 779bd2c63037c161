import { addressPattern, cleanAddress, findAddress } from '../decode/address.ts';
import { parseDate } from '../decode/date.ts';
import { collapse, narrow } from '../decode/text.ts';
import type { TextCase, TextReading } from './family.ts';

/**
 * The layout of China's providers: a table of labels and values, as text or HTML. Advice rows are named so
 * that they can be left out: they speak of sending frequency whatever the reason was.
 */
type Label = 'recipient' | 'reply' | 'reason' | 'advice' | 'subject' | 'sender' | 'time' | 'end';

const labels: readonly (readonly [RegExp, Label])[] = [
  [
    /^(?:无法发送到|無法發送到|无法投递到|未能(?:送达|发送到)|发送失败的?(?:收件人|地址)|收信地址|收件地址|收信人(?:地址)?|收件人(?:地址)?|失败地址|目标地址|对方地址|recipients?(?: address)?|unable to deliver to|undeliver(?:ed|able) address|(?:final|intended|failed) recipient)/i,
    'recipient',
  ],
  [
    /^(?:系统应答|系統應答|远程响应|远程应答|遠程響應|远端响应|服务器(?:应答|响应|返回|回复)|对方(?:服务器)?(?:应答|响应|返回)(?:信息)?|参考信息|參考信息|详细信息|错误信息|英文说明|英文原因|返回信息|退信代码|技术信息|reply|remote (?:response|reply)|response|server (?:response|reply)|reference(?: information)?|details?|diagnostic(?: information)?|error (?:message|information))/i,
    'reply',
  ],
  [
    /^(?:退信原因|退件原因|失败原因|原因|错误原因|中文说明|可能原因|reason(?: for (?:return|the bounce|rejection))?|bounce reason|cause)/i,
    'reason',
  ],
  [
    /^(?:解决方案|解决办法|解决方法|处理建议|建议|温馨提示|提示|solution|suggest(?:ion|ed action)s?|advice|what (?:can|should) you do)/i,
    'advice',
  ],
  [/^(?:邮件主题|主\s{0,6}题|标\s{0,6}题|subject)/i, 'subject'],
  [/^(?:发件人|发信人|发信地址|寄件人|sender|from)/i, 'sender'],
  [/^(?:发送时间|发信时间|时\s{0,6}间|日\s{0,6}期|date|time|sent(?: at)?)/i, 'time'],
  [/^(?:原邮件信息|原信信息|被退回邮件|original (?:message|mail)|message information)/i, 'end'],
];

interface Group {
  readonly recipients: string[];
  readonly reply: string[];
  readonly reason: string[];
}

interface Told {
  subject?: string;
  from?: string;
  sentAt?: string;
}

const maxGroups = 1000;

/** Reads rows of labels and values; a recipient row behind a reason opens the next group. */
export function readLabelled(lines: readonly string[]): TextReading {
  const groups: Group[] = [];
  const told: Told = {};
  let label: Label | null = null;
  for (const cell of lines.flatMap(cellsOf)) {
    const row = readRow(cell, label !== null);
    const value = row ? row[1] : cell;
    label = row ? row[0] : label;
    if (label === null || label === 'end' || label === 'advice') continue;
    if (label === 'recipient') {
      const addresses = addressesIn(value);
      if (addresses.length > 0) openGroup(groups, addresses);
    } else if (value === '') continue;
    else if (label === 'reply' || label === 'reason') lastGroup(groups)[label].push(value);
    else tell(told, label, value);
  }
  return { cases: groups.flatMap(casesOf), told };
}

const emptyGroup = (): Group => ({ recipients: [], reply: [], reason: [] });

function lastGroup(groups: Group[]): Group {
  const last = groups.at(-1);
  if (last) return last;
  const first = emptyGroup();
  groups.push(first);
  return first;
}

/** A recipient row behind a reason opens the next group; before one, it adds to the list. */
function openGroup(groups: Group[], addresses: readonly string[]): void {
  const last = lastGroup(groups);
  const complete = last.recipients.length > 0 && last.reply.length + last.reason.length > 0;
  if (!complete) last.recipients.push(...addresses);
  else if (groups.length < maxGroups) groups.push({ ...emptyGroup(), recipients: [...addresses] });
}

const cellsOf = (line: string): string[] =>
  line
    .split('\t')
    .map((cell) => collapse(narrow(cell)))
    .filter((cell) => cell !== '');

/** Closing lines belong to no row. */
const closing =
  /^(?:此外|如有|如果您|本邮件|此邮件|该邮件由|这封邮件|阿里邮箱|阿里云邮箱|点击|this (?:e-?mail|message) (?:was|is)|please do not reply|regards|-{2,})/i;

/** A label at a cell's start: with a colon or bracket behind it, or with nothing, or with an address. */
function readRow(cell: string, inside: boolean): [Label, string] | null {
  if (closing.test(cell)) return ['end', ''];
  for (const [pattern, label] of labels) {
    const found = pattern.exec(cell);
    if (!found) continue;
    const rest = cell.slice(found[0].length);
    const value = /^\s{0,4}[】\])]?\s{0,4}[:-]\s{0,4}(.*)$/su.exec(rest)?.[1];
    if (value !== undefined) return [label, value];
    if (/^\s{0,4}[】\]]?\s*$/.test(rest)) return [label, ''];
    if (label === 'recipient' && /^\s{0,4}[<(]?[^\s<>()]{1,128}@/.test(rest)) return [label, rest];
    if (!inside && label === 'reason' && rest.length > 0 && /^\s/.test(rest))
      return [label, rest.trim()];
  }
  return null;
}

function addressesIn(value: string): string[] {
  return [...value.matchAll(new RegExp(addressPattern.source, 'g'))].map(([found]) =>
    cleanAddress(found),
  );
}

function tell(told: Told, label: 'subject' | 'sender' | 'time', value: string): void {
  if (label === 'subject') told.subject ??= value.slice(0, 1000);
  else if (label === 'sender') {
    const address = findAddress(value);
    if (address !== null) told.from ??= address;
  } else {
    const date = parseDate(value);
    if (date) told.sentAt ??= date.iso;
  }
}

function casesOf({ recipients, reply, reason }: Group): TextCase[] {
  const texts = [reply.join(' '), reason.join(' ')].filter((text) => text !== '');
  if (recipients.length === 0) return texts.length === 0 ? [] : [{ recipient: null, texts }];
  return [...new Set(recipients)].map((recipient) => ({ recipient, texts }));
}
