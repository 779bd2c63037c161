import { describe, expect, it } from 'vitest';
import { siteIds, sites } from '../../../app/mailbox/sites.ts';

describe('the sites', () => {
  it('are all there once, each with TLS from the first byte', () => {
    expect(sites.map((site) => site.id)).toEqual(siteIds.filter((id) => id !== 'own'));
    expect(new Set(sites.map((site) => site.host)).size).toBe(sites.length);
    for (const site of sites) expect(site.port).toBe(993);
  });
});
