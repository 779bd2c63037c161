import { fieldAddress } from './decode/address.ts';
import { decodeWords, fieldText, firstField } from './decode/header.ts';
import type { Fields } from './decode/header.ts';
import { bodyText } from './decode/mime.ts';
import type { Part, Walk } from './decode/mime.ts';
import { tidy } from './decode/text.ts';
import { readHumanText } from './human-text.ts';
import type { HumanText } from './human-text.ts';

/** A message taken apart for reading as a notice. */
export interface Letter {
  readonly fields: Fields;
  readonly subject: string;
  /** The From field, decoded, lower-case, name and address. */
  readonly from: string;
  readonly fromAddress: string | null;
  readonly contentType: string;
  /** report-type of multipart/report (RFC 6522), lower-case. */
  readonly reportType: string;
  /** What people read, decoded when first asked for: a good report makes it unneeded. */
  readonly human: () => HumanText;
  /** Bodies of message/delivery-status parts, decoded. */
  readonly reports: readonly string[];
  /** Returned originals: messages, or header blocks. */
  readonly messages: readonly Part[];
  readonly headerBlocks: readonly Part[];
  /** Holds a receipt (RFC 8098) or an abuse report (RFC 5965). */
  readonly receiptOrAbuse: boolean;
}

/** Human texts looked at; stops a message of a hundred long text parts. */
const maxTexts = 6;

/** Takes a message apart. Costs what the bounds of its walk allow. */
export function openLetter(root: Part, walk: Walk): Letter {
  const { fields } = root;
  const found: Found = {
    texts: [],
    reports: [],
    messages: [],
    headerBlocks: [],
    receiptOrAbuse: false,
  };
  collect(root, walk.limits.maxText, found);
  let human: HumanText | undefined;
  const from = firstField(fields, 'from');
  return {
    fields,
    subject: fieldText(fields, 'subject'),
    from: decodeWords(from).toLowerCase(),
    fromAddress: fieldAddress(from),
    contentType: root.content.type,
    reportType: (root.content.parameters.get('report-type') ?? '').toLowerCase(),
    human: () => (human ??= readHumanText(found.texts, walk.limits.maxText)),
    reports: found.reports,
    messages: found.messages,
    headerBlocks: found.headerBlocks,
    receiptOrAbuse: found.receiptOrAbuse,
  };
}

interface Found {
  readonly texts: Part[];
  readonly reports: string[];
  readonly messages: Part[];
  readonly headerBlocks: Part[];
  receiptOrAbuse: boolean;
}

function collect(part: Part, maxText: number, found: Found): void {
  for (const child of part.children) collect(child, maxText, found);
  switch (part.content.type) {
    case 'message/delivery-status':
    case 'message/global-delivery-status':
      if (found.reports.length < maxTexts) found.reports.push(tidy(bodyText(part, maxText * 2)));
      return;
    case 'message/rfc822':
    case 'message/global':
      found.messages.push(part);
      return;
    case 'text/rfc822-headers':
    case 'text/rfc822':
    case 'message/rfc822-headers':
    case 'message/global-headers':
      found.headerBlocks.push(part);
      return;
    case 'message/disposition-notification':
    case 'message/global-disposition-notification':
    case 'message/feedback-report':
      found.receiptOrAbuse = true;
      return;
    default:
      if (/\.eml$/.test(part.fileName)) found.messages.push(part);
      else if (isReadable(part)) addText(part, maxText, found);
  }
}

/** Text that a person reads. A notice of bare text may have no type or a broken one. */
function isReadable(part: Part): boolean {
  const { type } = part.content;
  if (part.fileName !== '' && !/^text\/(?:plain|html)$/.test(type)) return false;
  if (/\.(?:log|csv|xml|json|ics|vcf)$/.test(part.fileName)) return false;
  return /^text(?:\/|$)/.test(type) && type !== 'text/calendar';
}

/** Some gateways send the report itself as text. */
function addText(part: Part, maxText: number, found: Found): void {
  if (found.texts.length >= maxTexts || found.reports.length >= maxTexts) return;
  const start = part.source.slice(part.bodyStart, Math.min(part.bodyEnd, part.bodyStart + 80));
  if (/^\s{0,20}Reporting-MTA:/i.test(start)) found.reports.push(tidy(bodyText(part, maxText * 2)));
  else found.texts.push(part);
}
