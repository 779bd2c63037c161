import { isIP } from 'node:net';

/** 127.0.0.0/8 (RFC 1122 section 3.2.1.3), ::1 (RFC 4291 section 2.5.3), and the first written as the second. */
export const isLoopback = (address: string): boolean =>
  address === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/i.test(address);

/** An address that needs no lookup and is not this machine's. */
export const isRemoteAddress = (host: string): boolean => isIP(host) !== 0 && !isLoopback(host);
