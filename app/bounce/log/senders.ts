import { cleanAddress } from '../decode/address.ts';
import type { OriginalMail } from '../notice.ts';
import { noOriginal } from '../notice.ts';

/** Queue ids remembered; stops a log of a million mails from filling memory. */
const maxMails = 5000;

const qmgr = /(?:^|\s)([A-Za-z0-9]{5,20}): from=<?([^>,\s]{0,320})>?,(.*)$/;
const cleanup = /postfix\S{0,30}cleanup\S{0,20}: ([A-Za-z0-9]{5,20}): message-id=(<[^>\s]{1,990}>)/;
const eximArrival =
  /(?:^|\s)([A-Za-z0-9]{6}-[A-Za-z0-9]{6,11}-[A-Za-z0-9]{2,4}) <= (\S{1,320})(.*)$/;

/** Remembers who sent which mail, from the lines in which a server takes it in. */
export class Senders {
  readonly #mails = new Map<string, OriginalMail>();

  note(line: string): void {
    const arrival = qmgr.exec(line) ?? eximArrival.exec(line);
    if (arrival) {
      const [, id = '', from = '', rest = ''] = arrival;
      const messageId = /\b(?:msgid=(<[^>\s]{1,990}>)|id=(\S{1,990}))/.exec(rest);
      this.#remember(id, {
        from: from.includes('@') ? cleanAddress(from) : null,
        messageId: messageId?.[1] ?? (messageId?.[2] ? `<${messageId[2]}>` : null),
      });
      return;
    }
    const identified = cleanup.exec(line);
    if (identified)
      this.#remember(identified[1] ?? '', { from: null, messageId: identified[2] ?? null });
  }

  of(queueId: string | null): OriginalMail {
    return (queueId === null ? undefined : this.#mails.get(queueId)) ?? noOriginal;
  }

  #remember(
    id: string,
    { from, messageId }: { from: string | null; messageId: string | null },
  ): void {
    const known = this.#mails.get(id) ?? noOriginal;
    this.#mails.delete(id);
    this.#mails.set(id, {
      ...known,
      from: from ?? known.from,
      messageId: messageId ?? known.messageId,
    });
    if (this.#mails.size <= maxMails) return;
    const oldest = this.#mails.keys().next().value;
    if (oldest !== undefined) this.#mails.delete(oldest);
  }
}
