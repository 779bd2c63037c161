/** Bytes to notice: the one door of this room. */
export { countRecipients, headerField, messageId } from './headers.ts';
export { parseDate } from './decode/date.ts';
export type { ParsedDate } from './decode/date.ts';
export { defaultLimits } from './limits.ts';
export type { Limits } from './limits.ts';
export { createLogReader, readLog } from './log/reader.ts';
export type { LoggedNotice, LogOptions, LogReader } from './log/reader.ts';
export * from './notice.ts';
export { readNotice } from './read.ts';
export { chooseBySweep, mayBeNotice, sweepFields } from './recognise/fields.ts';
