import type { Context } from '../context.ts';
import type { Handlers } from '../handler.ts';

export function exportHandlers(context: Context): Pick<Handlers, 'export:save'> {
  return { 'export:save': (what) => context.saveExport(what) };
}
