import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportName } from '../../../../app/shell/dialogs/export-name.ts';

describe('the name of an export', () => {
  it('never is a path, hidden, or of another kind', () => {
    fc.assert(
      fc.property(fc.string(), (wanted) => {
        const name = exportName(wanted, 'csv');
        expect(name).not.toMatch(/[/\\:*?"<>|\0]/);
        expect(name).not.toMatch(/^\./);
        expect(name).toMatch(/.\.csv$/);
        expect(name.length).toBeLessThanOrEqual(104);
      }),
    );
    expect(exportName('../../.ssh/authorized_keys', 'txt')).toBe('-..-.ssh-authorized_keys.txt');
    expect(exportName('受限时段 2026-11-24', 'txt')).toBe('受限时段 2026-11-24.txt');
    expect(exportName('...', 'png')).toBe('sendwell.png');
  });
});
