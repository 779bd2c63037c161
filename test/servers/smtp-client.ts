import { connect } from 'node:net';

export interface Outgoing {
  readonly from: string;
  readonly to: readonly string[];
  /** The message; line ends become CRLF. */
  readonly raw: string;
}

/** Hands one mail to a mail server and waits until it was taken; a refusal is an error. */
export async function submit(port: number, mail: Outgoing, host = '127.0.0.1'): Promise<void> {
  const eai = /[^ -~]/.test([mail.from, ...mail.to].join(''));
  const body = mail.raw.replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
  const steps = [
    'EHLO client.example.com',
    `MAIL FROM:<${mail.from}>${eai ? ' SMTPUTF8' : ''}`,
    ...mail.to.map((address) => `RCPT TO:<${address}>`),
    'DATA',
    `${body}${body.endsWith('\r\n') ? '' : '\r\n'}.`,
    'QUIT',
  ];
  await new Promise<void>((resolve, reject) => {
    const socket = connect(port, host);
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('utf8');
      for (;;) {
        const whole = /^(?:\d{3}-.*\r\n)*(\d{3})(?: .*)?\r\n/.exec(received);
        if (!whole) return;
        received = received.slice(whole[0].length);
        if (Number(whole[1]) >= 400) {
          socket.destroy();
          reject(new Error(`the mail server refused: ${whole[0]}`));
          return;
        }
        const next = steps.shift();
        if (next !== undefined) socket.write(`${next}\r\n`);
      }
    });
    socket.on('error', reject);
    socket.on('close', () => {
      if (steps.length > 0) reject(new Error('the mail server closed the connection'));
      else resolve();
    });
  });
}

/** True once a server greets at this port. */
export async function smtpAnswers(port: number): Promise<true | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('data', () => {
      socket.end('QUIT\r\n');
      resolve(true);
    });
    socket.on('error', () => resolve(null));
    socket.setTimeout(2_000, () => {
      socket.destroy();
      resolve(null);
    });
  });
}
