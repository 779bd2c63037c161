import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Rooms in the order that data takes; each knows those before it and none after. */
const order = [
  'mailbox',
  'bounce',
  'store',
  'health',
  'password',
  'secrets',
  'scan',
  'text',
  'report',
  'audit',
  'api',
  'shell',
];
const pureRooms = ['bounce', 'health', 'password', 'text'];

/** Everything a pure room may not reach: the machine it runs on. */
const machine = {
  group: [
    'node:*',
    'electron',
    'electron/*',
    'fs',
    'path',
    'os',
    'crypto',
    'child_process',
    'net',
    'tls',
    'imapflow',
    '@photostructure/sqlite',
  ],
  message:
    'A pure room knows neither the machine nor the network; take what it needs as an argument.',
};

const later = (room) => ({
  group: order.slice(order.indexOf(room) + 1).map((other) => `**/${other}/**`),
  message: `app/${room} knows only the rooms before it on the data's way (docs/architecture.md).`,
  // Types are shapes, not dependencies at run time, but they bind rooms all the same.
  allowTypeImports: false,
});

const roomRules = order.map((room) => ({
  files: [`app/${room}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(pureRooms.includes(room) ? [machine] : []),
          ...(later(room).group.length ? [later(room)] : []),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/**', 'test/out/**', 'node_modules/**', 'test/eslint.config.js'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: process.cwd() },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  ...roomRules,
  {
    files: ['app/bounce/**/*.ts', 'app/health/**/*.ts', 'app/password/**/*.ts', 'app/text/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'require',
        'setTimeout',
        'setInterval',
        'fetch',
        'window',
        'document',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Pure rooms take a clock as an argument.' },
        {
          object: 'Math',
          property: 'random',
          message: 'Pure rooms take a random source as an argument.',
        },
      ],
    },
  },
  {
    files: ['app/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    ignores: ['app/api/**', 'app/preload.ts', 'app/toolchain/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Identifier[name=/^ipc(Main|Renderer)$/]',
          message: 'IPC goes through app/api.',
        },
        {
          selector: 'MemberExpression[property.name=/^(openExternal|openPath)$/]',
          message: 'Links open in app/shell/page/links.ts only.',
        },
      ],
    },
  },
  { files: ['app/shell/page/links.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  { files: ['app/toolchain/**/*.ts', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
