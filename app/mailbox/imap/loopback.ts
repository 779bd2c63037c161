import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

/** The code of the error that `loopbackLookup` answers with for a name of another machine. */
export const remoteRefused = 'SENDWELL_REMOTE_REFUSED';

/** 127.0.0.0/8 (RFC 1122 section 3.2.1.3), ::1 (RFC 4291 section 2.5.3), and the first written as the second. */
export const isLoopback = (address: string): boolean =>
  address === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/i.test(address);

/** An address that needs no lookup and is not this machine's. */
export const isRemoteAddress = (host: string): boolean => isIP(host) !== 0 && !isLoopback(host);

type LookUpAll = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses?: readonly LookupAddress[]) => void,
) => void;

/**
 * Looks a name up for the very connection that uses the answer, and refuses it unless every address is this
 * machine's: a name server that answers differently the second time gains nothing.
 */
export const onlyLoopback =
  (lookUp: LookUpAll): LookupFunction =>
  (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses = []) => {
      const [first] = addresses;
      if (error || !first) {
        callback(error ?? notFound(hostname), '');
      } else if (!addresses.every(({ address }) => isLoopback(address))) {
        callback(refused(hostname), '');
      } else if (options.all) {
        callback(null, [...addresses]);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };

export const loopbackLookup = onlyLoopback(lookup);

const withCode = (message: string, code: string): NodeJS.ErrnoException =>
  Object.assign(new Error(message), { code });
const notFound = (name: string) => withCode(`no address for ${name}`, 'ENOTFOUND');
const refused = (name: string) => withCode(`${name} is not this machine`, remoteRefused);
