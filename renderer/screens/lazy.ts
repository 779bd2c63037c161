import { lazy } from 'react';

/** Screens that are loaded when they are first shown: most people come for the overview, and see that sooner. */
export const ConnectScreen = lazy(async () => {
  const { ConnectScreen } = await import('./connect/connect.tsx');
  return { default: ConnectScreen };
});
export const ScanningScreen = lazy(async () => {
  const { ScanningScreen } = await import('./scanning.tsx');
  return { default: ScanningScreen };
});
export const NoticesScreen = lazy(async () => {
  const { NoticesScreen } = await import('./notices/notices.tsx');
  return { default: NoticesScreen };
});
export const PasswordScreen = lazy(() => import('./password/password.tsx'));
export const AuditScreen = lazy(async () => {
  const { AuditScreen } = await import('./audit/audit.tsx');
  return { default: AuditScreen };
});
export const ExplainScreen = lazy(async () => {
  const { ExplainScreen } = await import('./explain/explain.tsx');
  return { default: ExplainScreen };
});
export const SettingsScreen = lazy(async () => {
  const { SettingsScreen } = await import('./settings/settings.tsx');
  return { default: SettingsScreen };
});
export const HelpScreen = lazy(async () => {
  const { HelpScreen } = await import('./help/help.tsx');
  return { default: HelpScreen };
});
