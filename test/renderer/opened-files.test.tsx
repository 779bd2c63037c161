import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from './show.tsx';

it('explains the mail files that the app was opened with', async () => {
  const { bridge } = show({ takeOpenedFiles: () => Promise.resolve(['/mail/notice.eml']) });
  await waitFor(() => {
    expect(bridge.calls).toContainEqual(['explainFiles', { paths: ['/mail/notice.eml'] }]);
  });
  expect(
    (await screen.findByRole('button', { name: 'Explain' })).getAttribute('aria-current'),
  ).toBe('page');
});
