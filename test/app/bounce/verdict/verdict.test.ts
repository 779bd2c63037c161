import { describe, expect, it } from 'vitest';
import { judge } from '../../../../app/bounce/verdict/verdict.ts';

const reply =
  '554 Reject by behaviour spamANTISPAM_BAT[01201311R1468S4530114229, ay29a033002195077]: too frequently sending';
const said = (host: string): string => `host ${host}[192.0.2.27] said: ${reply}`;
const verdict = (remoteMta: string | null, ...texts: string[]) => {
  const { remoteMta: host, throttle } = judge({
    ...{ recipient: 'user@dest.example', action: 'failed', status: '5.0.0', remoteMta },
    ...{ stage: null, texts, alibabaNotice: false },
  });
  return [host, throttle?.direction];
};

describe('the host that refused', () => {
  it.each(['192.0.2.27', '2001:db8::27', null])(
    'is the one named, where a report has %s',
    (mta) => {
      expect(verdict(mta, reply, said('mxn.mxhichina.com'))).toEqual([
        'mxn.mxhichina.com',
        'recipient-server',
      ]);
      expect(verdict(mta, said('smtp.qiye.aliyun.com'))).toEqual([
        'smtp.qiye.aliyun.com',
        'own-account',
      ]);
    },
  );

  it('is the one of the report where that is a name, and its address where nothing names it', () => {
    expect(verdict('mx1.qiye.aliyun.com', said('relay.example.net'))).toEqual([
      'mx1.qiye.aliyun.com',
      'recipient-server',
    ]);
    expect(verdict('192.0.2.27', reply)).toEqual(['192.0.2.27', 'unknown']);
  });
});
