/**
 * Everything the window may ask of main, and everything main may tell the window: channel → argument and
 * result, a topic a file. The gate checks arguments before a handler sees them; the window checks results
 * before a screen does. Times are milliseconds since 1970 (UTC); the window shows them in the viewer's zone.
 */
export * from './contract/account.ts';
export * from './contract/audit.ts';
export { licenceSchema, type Licence } from './contract/app.ts';
export * from './contract/bridge.ts';
export * from './contract/channels.ts';
export { problemSchema } from './contract/common.ts';
export * from './contract/connection.ts';
export * from './contract/data.ts';
export * from './contract/episode-link.ts';
export * from './contract/explain.ts';
export * from './contract/export.ts';
export * from './contract/help.ts';
export * from './contract/notice.ts';
export * from './contract/overview.ts';
export * from './contract/reading.ts';
export * from './contract/password.ts';
export * from './contract/scan.ts';
export * from './contract/settings.ts';
export * from './contract/store.ts';
export * from './contract/watch.ts';
