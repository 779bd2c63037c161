export const frame = {
  app: {
    loading: 'Opening',
    broken: 'This part of the window stopped working.',
    brokenTodo: 'What was read is kept. Open the window again to go on.',
    reload: 'Open again',
    tryAgain: 'Try again',
    justNow: 'just now',
    close: 'Close',
    cancel: 'Cancel',
    back: 'Back',
  },
  nav: {
    label: 'Screens',
    overview: 'Overview',
    notices: 'Notices',
    password: 'Password',
    explain: 'Explain',
    skip: 'Skip to the content',
  },
  language: { label: 'Language', en: 'English', 'zh-CN': '简体中文' },
  account: {
    bar: 'Account and scan',
    menu: 'Switch or add an account',
    switch: 'Switch to',
    add: 'Connect another mailbox',
    remove: 'Remove from this computer',
    removeTitle: 'Remove {{address}} from this computer?',
    removeText:
      'Its notices and history are deleted here. The mailbox itself is not touched; you can connect it again at any time.',
    removeConfirm: 'Remove',
    sample: 'Sample mailbox',
  },
} as const;
