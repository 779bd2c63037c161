/** What an audit report can be written as. The window asks by these names too, so this file knows nothing else. */
export const auditFormats = ['html', 'pdf', 'csv', 'json'] as const;
export type AuditFormat = (typeof auditFormats)[number];
