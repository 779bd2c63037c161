/** The menu and the dialogs of the system. */
export const shell = {
  menu: {
    file: 'File',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    fullScreen: 'Full screen',
    reload: 'Reload',
    developer: 'Developer tools',
    language: 'Language',
    languages: { system: 'Follow the system', en: 'English', 'zh-CN': '简体中文' },
    help: 'Help',
    alibabaHelp: 'Alibaba’s help on “too frequently sending”',
    update: 'Look for an update…',
  },
  link: {
    question: 'Open {{host}} in the browser?',
    open: 'Open',
    cancel: 'Cancel',
  },
  mailFiles: {
    files: 'Choose mail files and logs',
    folder: 'Choose a folder with mail files',
    choose: 'Choose',
    known: 'Mail files and logs',
    any: 'All files',
  },
  export: {
    title: 'Save',
    csv: 'Table (CSV)',
    svg: 'Picture (SVG)',
    png: 'Picture (PNG)',
    txt: 'Text',
    eml: 'Mail message (EML)',
  },
  data: {
    exportTitle: 'Export everything',
    zip: 'Zip archive',
    tooLarge:
      'The database is larger than 4 GB, which a zip cannot hold. Close Sendwell and copy the folder instead: {{folder}}',
    readme:
      'Exported by Sendwell at {{at}}.\n\nsendwell.db: the accounts without their passwords, every bounce notice that was read, the times and recipient counts from Sent, and the record of scans. It is an SQLite database.\nsettings.json: what was chosen for the whole app.\n\nNo password is in here. The notices hold addresses and subjects: keep this file as you keep mail.\n\nTo use it: close Sendwell, put both files into an empty folder, and start Sendwell with --data and that folder.\n',
    left: 'Some files could not be deleted.',
    leftTodo:
      'Another program may hold them open, or they may belong to somebody else. Everything else is gone. Delete these by hand:',
    leftMore: 'and {{n}} more',
    restart: 'Start again',
  },
  update: {
    none: 'This is the newest version.',
    noneDetail: 'Sendwell {{version}} is what the update server offers.',
    found: 'Version {{version}} is available.',
    foundDetail:
      'It comes from {{host}} and is signed by the makers of Sendwell. Nothing is installed before you agree.',
    ready: 'Version {{version}} is downloaded and checked.',
    readyDetail:
      'Sendwell closes and opens again with it. A scan that runs is stopped; what was read is kept.',
    refused: 'The update was refused.',
    refusedDetail:
      'What the update server sent is not what the makers of Sendwell signed. It may have been damaged or changed on the way. Nothing was installed; this version goes on working.',
    failed: 'No update could be looked for.',
    failedDetail:
      'The update server did not answer. The network may be away, or a proxy may be in between. Sendwell works without it; try again later.',
    download: 'Download',
    restart: 'Restart now',
    later: 'Later',
    close: 'Close',
  },
  ca: {
    title: 'Certificate authority of the mail server',
    choose: 'Use this file',
    certificates: 'Certificates (PEM)',
    anyFile: 'Any file',
    notOne: '“{{name}}” holds no certificate in PEM form.',
    notOneTodo:
      'Ask who runs the mail server for the certificate of its authority as a PEM file. Such a file begins with -----BEGIN CERTIFICATE-----.',
    close: 'Close',
  },
  report: { title: 'Choose a folder for the audit report', choose: 'Write report here' },
} as const;
