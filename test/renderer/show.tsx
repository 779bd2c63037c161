import { render, type RenderResult } from '@testing-library/react';
import axe from 'axe-core';
import { type Language, createText } from '../../app/text/text.ts';
import type { Bridge } from '../../app/api/contract.ts';
import type { Problem } from '../../app/result.ts';
import { App } from '../../renderer/app.tsx';
// What the window loads only when it is needed, at hand from the start: no test is about the time that takes.
import '../../renderer/screens/connect/connect.tsx';
import '../../renderer/screens/explain/explain.tsx';
import '../../renderer/screens/help/help.tsx';
import '../../renderer/screens/help/licences.tsx';
import '../../renderer/screens/notices/notices.tsx';
import '../../renderer/screens/overview/below.tsx';
import '../../renderer/screens/overview/drawers.tsx';
import '../../renderer/screens/scanning.tsx';
import { type FakeBridge, fakeBridge, info } from './fake-bridge.ts';

export interface Shown extends RenderResult {
  readonly bridge: FakeBridge;
}

/** The whole window over a fake main process. */
export function show(
  override: Partial<Bridge> = {},
  language: Language = 'en',
  storeProblem: Problem | null = null,
): Shown {
  const bridge = fakeBridge(override);
  Object.assign(window, { sendwell: bridge });
  const text = createText(language);
  return {
    bridge,
    ...render(
      <App info={{ ...info, language, storeProblem }} text={text} nonce="test" env="test" />,
    ),
  };
}

/** The ids of axe's findings; colours need a real browser and are judged there. */
export async function findings(root: Element = document.body): Promise<string[]> {
  const result = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
}
