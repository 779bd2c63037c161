import type { Defence } from './defence.ts';

const pages = 'test/security/window/pages.test.ts';
const content = 'test/security/window/content.test.ts';
const policy = 'app/shell/page/content-security-policy.ts';
const fuses = { file: 'electron-builder.yml', test: 'test/security/packaged/fuses.test.ts' };

/** Defences that are seen in the real window: a build and an Electron each, half a minute. */
export const app: readonly Defence[] = [
  {
    file: 'app/shell/page/navigation.ts',
    test: pages,
    promise: 'A page cannot leave',
    line: '      if (isOwnPage(event.url)) return;\n',
    without: '      if (isOwnPage(event.url) || event.url !== String()) return;\n',
    named: 'cannot leave for',
  },
  {
    file: 'app/shell/page/navigation.ts',
    test: pages,
    promise: 'A page opens no window',
    line: "return { action: 'deny' };",
    without: "return { action: 'allow' };",
    named: 'opens no window',
  },
  {
    file: 'app/shell/window/window.ts',
    test: pages,
    promise: 'A page is sandboxed',
    line: 'sandbox: true,',
    without: 'sandbox: false,',
    named: 'is sandboxed and apart from Node',
  },
  {
    file: 'app/shell/window/window.ts',
    test: pages,
    promise: 'A page is held to one origin',
    line: 'webSecurity: true,',
    without: 'webSecurity: false,',
    named: 'is sandboxed and apart from Node',
  },
  {
    file: policy,
    test: content,
    promise: 'No inline script runs',
    line: '"script-src \'self\'"',
    without: "\"script-src 'self' 'unsafe-inline'\"",
    named: 'runs as no inline script',
  },
  {
    file: policy,
    test: content,
    promise: 'No text is evaluated',
    line: '"script-src \'self\'"',
    without: "\"script-src 'self' 'unsafe-eval'\"",
    named: 'evaluates no text',
  },
  {
    file: policy,
    test: content,
    promise: 'No style without the nonce',
    line: "`style-src 'self' 'nonce-${nonce}'`",
    without: "`style-src 'self' 'unsafe-inline'`",
    named: 'styles nothing without the nonce',
  },
  {
    file: 'app/shell/page/page-response.ts',
    test: content,
    promise: 'The nonce is another one with every load',
    line: "randomBytes(16).toString('base64')",
    without: "Buffer.alloc(16).toString('base64')",
    named: 'gets another nonce with every load',
  },
  {
    file: 'app/shell/page/permissions.ts',
    test: 'test/security/window/permissions.test.ts',
    promise: 'A page is granted nothing that it asks for',
    line: '    answer(mayHave(permission, details.requestingUrl, details.isMainFrame)),',
    without:
      '    answer(mayHave(permission, details.requestingUrl, details.isMainFrame) || permission !== String()),',
    named: 'gets no camera',
  },
  {
    file: 'app/shell/page/permissions.ts',
    test: 'test/security/window/permissions.test.ts',
    promise: 'A page that looks has no permission',
    line: '    mayHave(permission, origin, details.isMainFrame),',
    without: '    mayHave(permission, origin, details.isMainFrame) || permission !== String(),',
    named: 'is not granted',
  },
  {
    file: 'app/shell/page/permissions.ts',
    test: 'test/security/window/permissions.test.ts',
    promise: 'A page downloads nothing',
    line: "  session.on('will-download', (event) => event.preventDefault());\n",
    without: '',
    named: 'downloads nothing',
  },
  {
    file: 'app/preload.ts',
    test: 'test/security/window/foreign-page.test.ts',
    promise: 'A foreign page finds no bridge',
    line: "if (location.protocol === 'sendwell:' && location.host === 'app')\n",
    without: '',
    named: 'finds no bridge',
  },
  {
    file: 'app/main.ts',
    test: 'test/security/window/foreign-page.test.ts',
    promise: 'Another window is refused by every channel',
    line: 'rules: { isKnownWindow: (id) => window.isKnown(id), isOwnPage },',
    without:
      'rules: { isKnownWindow: (id) => window.isKnown(id) || id > 0, isOwnPage: () => true },',
    named: 'is refused by every channel',
  },
  {
    file: 'app/api/register.ts',
    test: 'test/security/window/foreign-page.test.ts',
    promise: 'What the contract does not know is refused',
    line: '    if (!admitted.ok) {',
    without:
      "    if (!admitted.ok && admitted.refusal !== 'bad-argument' && admitted.refusal !== 'too-large') {",
    named: 'is refused when it asks for what the contract does not know',
  },
  {
    file: 'app/main.ts',
    test: 'test/security/window/start.test.ts',
    promise: 'A second start gets nothing',
    line: '  if (!app.requestSingleInstanceLock()) {',
    without: '  if (paths.data === String()) {',
    named: 'lets no second one in',
  },
  {
    file: 'app/shell/first.ts',
    test: 'test/security/window/start.test.ts',
    promise: 'Files are for their owner alone',
    line: 'process.umask(0o077);\n',
    without: '',
    named: 'keeps what it writes from other people',
  },
  {
    file: 'app/shell/updates/updater.ts',
    test: 'test/security/window/update.test.ts',
    promise: 'No update without the makers’ signature',
    line: 'if (!isSigned(manifest, signature, this.#source.publicKey))',
    without: 'if (!isSigned(manifest, signature, this.#source.publicKey) && manifest === String())',
    named: 'is refused',
  },
  {
    file: 'app/shell/updates/updater.ts',
    test: 'test/security/window/update.test.ts',
    promise: 'No update to an older version',
    line: 'updater.allowDowngrade = false;',
    without: 'updater.allowDowngrade = true;',
    named: 'to an older version is none',
  },
  ...(
    [
      ['runAsNode', 'false', 'cannot make it run as Node'],
      ['enableNodeOptionsEnvironmentVariable', 'false', 'NODE_OPTIONS'],
      ['enableNodeCliInspectArguments', 'false', 'cannot attach a debugger'],
      ['enableEmbeddedAsarIntegrityValidation', 'true', 'asar integrity'],
      ['onlyLoadAppFromAsar', 'true', 'cannot put another app in the place of the archive'],
    ] as const
  ).map(([fuse, state, named]) => ({
    ...fuses,
    promise: `The fuse ${fuse} is ${state === 'true' ? 'on' : 'off'}`,
    line: `  ${fuse}: ${state}\n`,
    without: `  ${fuse}: ${state === 'true' ? 'false' : 'true'}\n`,
    named,
  })),
];
