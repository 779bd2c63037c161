import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { root } from '../../../app/toolchain/paths.ts';

/** What the app's own code may not even contain; app/toolchain never ships. */
const sources = ['app', 'renderer']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name}`,
    ),
  )
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('app/toolchain/'))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

const holding = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

describe('the source', () => {
  it('has no way to skip the verification of a certificate, nor a weak TLS', () => {
    expect(holding(/rejectUnauthorized:\s*false|checkServerIdentity:\s*\(\)\s*=>/)).toEqual([]);
    expect(holding(/ignore-certificate-errors|setCertificateVerifyProc|TLSv1(\.1)?['"]/)).toEqual(
      [],
    );
    expect(holding(/minVersion: 'TLSv1\.2'/).length).toBeGreaterThan(0);
  });

  it('has no command that could change a mailbox', () => {
    const verbs =
      /['"`](?:UID )?(?:STORE|APPEND|COPY|MOVE|EXPUNGE|CREATE|DELETE|RENAME|SELECT|SUBSCRIBE)['"` ]/;
    expect(holding(verbs).filter((name) => name.startsWith('app/mailbox/imap/'))).toEqual([]);
  });

  it('renders no HTML from anywhere', () => {
    expect(
      holding(/dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write/),
    ).toEqual([]);
  });

  it('reports to nobody: no telemetry, no crash reporter, no request but the updater’s', () => {
    expect(
      holding(
        /crashReporter|sentry|google-analytics|posthog|\bfetch\(|XMLHttpRequest|net\.request\(/i,
      ),
    ).toEqual([]);
  });

  it('opens links in one place and speaks to the window in one place, or lint fails', async () => {
    const eslint = new ESLint({
      cwd: root,
      overrideConfigFile: 'test/eslint.config.js',
      // Where CI is set, the parser would read the file from the disk and not see the attack.
      overrideConfig: {
        languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } },
      },
    });
    const [result] = await eslint.lintText(
      `import { shell, ipcMain } from 'electron';\nvoid shell.openExternal('x');\nvoid shell.openPath('x');\nvoid ipcMain;\n`,
      { filePath: join(root, 'app/shell/window/window.ts') },
    );
    const forbidden = (result?.messages ?? [])
      .filter(({ ruleId }) => ruleId === 'no-restricted-syntax')
      .map(({ line, message }) => `${line} ${message.split(' ')[0] ?? ''}`);
    expect(new Set(forbidden)).toEqual(new Set(['1 IPC', '2 Links', '3 Links', '4 IPC']));
  }, 60_000);
});
