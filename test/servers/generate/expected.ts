import type { SmtpStage } from '../../../app/bounce/notice.ts';
import type { Moment } from '../fake-smtp.ts';
import { routes, type Refusal, type Scenario } from './scenarios.ts';

/** What is known of a mail server's notices, so that nothing is expected that they do not say. */
export interface Candour {
  /** Whether the notice names the host that refused. */
  readonly namesHost: boolean;
  /** Whether the notice tells the command that was refused. */
  readonly namesCommand?: boolean;
  /** Scenarios whose notice loses the reply, or cuts it short: then only recipient and action are known. */
  readonly hides?: readonly string[];
}

/** What a reader must find, from what the fake server answered; fields that the notice may hide are left out. */
export function expectedOf(scenario: Scenario, candour: Candour): unknown {
  return {
    isBounce: true,
    failures: scenario.refusals.map((refusal) => ({
      recipient: refusal.recipient.toLowerCase(),
      action: scenario.delayed === true ? 'delayed' : 'failed',
      ...(candour.hides?.includes(scenario.name) === true ? {} : verdictOf(refusal, candour)),
    })),
  };
}

const verdictOf = (refusal: Refusal, candour: Candour) => ({
  category: refusal.category,
  replyCode: codeOf(refusal),
  throttle: refusal.category === 'throttle' ? throttleOf(refusal, candour) : null,
});

const commands: Partial<Record<Moment, SmtpStage>> = {
  mail: 'mail',
  rcpt: 'rcpt',
  data: 'data',
  'end-of-data': 'data',
};

const textOf = ({ reply }: Refusal) => Buffer.from(reply).toString('latin1');
const codeOf = (refusal: Refusal) => Number(textOf(refusal).slice(0, 3));

function throttleOf(refusal: Refusal, candour: Candour): unknown {
  const text = textOf(refusal);
  const [, tag, node] = /ANTISPAM_BAT\[([^,\]]*), *([^\]]*)\]/.exec(text) ?? [];
  const [, state = candour.namesCommand === true ? commands[refusal.at] : undefined] =
    / at (Rcpt|DATA) State/.exec(text) ?? [];
  const [, connectionIp] = /Connection IP address:([\d.]+)\)/.exec(text) ?? [];
  const route = routes.find(({ domain }) => refusal.recipient.endsWith(`@${domain}`));
  return {
    phrase: refusal.phrase,
    permanent: codeOf(refusal) >= 500,
    ...(state === undefined ? {} : { stage: state.toLowerCase() }),
    connectionIp: connectionIp ?? null,
    tag,
    node,
    ...(candour.namesHost && route ? { direction: route.direction } : {}),
  };
}
