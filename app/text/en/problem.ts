/** What happened, what it may mean, what to do: one entry for each ProblemCode. */
export const problem = {
  usage: {
    title: 'This was not understood: {{subject}}.',
    meaning: 'A word of the command is missing, unknown or in the wrong place.',
    todo: 'See "sendwell --help" for the form of each command.',
  },
  'file-not-found': {
    title: 'There is no file or folder "{{subject}}".',
    meaning: 'It may have been moved or renamed, or the name may have a typing error.',
    todo: 'Check the name and try again.',
  },
  'file-unreadable': {
    title: '"{{subject}}" could not be read.',
    meaning: 'This account may lack the permission, or the file may be damaged.',
    todo: 'Check its permissions, or use a copy of it.',
  },
  'file-unwritable': {
    title: '"{{subject}}" could not be saved.',
    meaning: 'This account may lack the permission there, or the folder may be gone.',
    todo: 'Save it in another folder.',
  },
  'host-not-found': {
    title: 'No server is known by the name {{subject}}.',
    meaning: 'The name may have a typing error, or this computer may be offline.',
    todo: 'Check the server name and the network, then try again.',
  },
  'connection-refused': {
    title: '{{subject}} refused the connection.',
    meaning: 'Nothing listens there on this port, or a firewall turns it away.',
    todo: 'Check server and port. Alibaba Mail uses port 993.',
  },
  'connection-timeout': {
    title: '{{subject}} did not answer in time.',
    meaning: 'A firewall may drop the connection, or the server or the network may be slow.',
    todo: 'Check that this network allows port 993, then try again.',
  },
  'connection-closed': {
    title: '{{subject}} closed the connection.',
    meaning:
      'Servers do this when they restart, when too many programs are connected, or after some minutes.',
    todo: 'What was read is kept. Scan again to go on from there.',
  },
  'network-unreachable': {
    title: 'The network of {{subject}} cannot be reached.',
    meaning: 'This computer may be offline, or a VPN may be missing.',
    todo: 'Check the network connection, then try again.',
  },
  'certificate-untrusted': {
    title: 'The certificate of {{subject}} is not trusted.',
    meaning:
      'It was issued by an authority that this computer does not know. A company may have its own; it may also be somebody else who answers.',
    todo: 'If your company has its own certification authority, choose its file (PEM). Otherwise do not go on.',
  },
  'certificate-wrong-host': {
    title: 'The certificate does not belong to {{subject}}.',
    meaning: 'This happens when a name of your own points to Alibaba’s server.',
    todo: 'Use the name of Alibaba’s own server, such as imap.qiye.aliyun.com.',
  },
  'certificate-expired': {
    title: 'The certificate of {{subject}} has expired or is not yet valid.',
    meaning: 'The server’s certificate was not renewed, or the clock of this computer is wrong.',
    todo: 'Check date and time of this computer. If they are right, tell whoever runs the server.',
  },
  'tls-failed': {
    title: 'No secure connection to {{subject}} could be made.',
    meaning:
      'The port may not speak TLS, or the server offers only versions that are no longer safe.',
    todo: 'Use port 993. Sendwell never sends a password without TLS 1.2 or later.',
  },
  'proxy-unreachable': {
    title: 'The proxy {{subject}} could not be reached.',
    meaning:
      'The proxy may be switched off or need a VPN, or its name or port is not right. The mail server was not asked.',
    todo: 'Check the proxy’s name and port, or connect without a proxy where the network allows it.',
  },
  'proxy-login': {
    title: 'The proxy {{subject}} wants a login of its own.',
    meaning:
      'It has a user name and a password apart from the mailbox. None was given, or not the right one. The mailbox password was not sent.',
    todo: 'Enter the proxy’s user name and password, as your network’s administrator gave them.',
  },
  'proxy-refused': {
    title: 'The proxy {{subject}} did not open the connection.',
    meaning:
      'Many proxies allow web pages only (port 443) and refuse port 993. The mail server was not asked.',
    todo: 'Ask the network’s administrator to allow port 993 to the mail server, or use another proxy.',
  },
  'proxy-no-way': {
    title: 'The proxy found no way to {{subject}}.',
    meaning:
      'The proxy answers, but the mail server’s name leads nowhere from there, or a firewall behind it stands in between.',
    todo: 'Check the mail server’s name, or ask the network’s administrator whether the proxy may reach it.',
  },
  'not-imap': {
    title: '{{subject}} does not answer as an IMAP server.',
    meaning: 'Another service may listen on this port.',
    todo: 'Check server and port. Alibaba Mail uses port 993.',
  },
  'login-refused': {
    title: '{{subject}} refused the login.',
    meaning:
      'This need not mean that the password is wrong: third-party clients may be blocked, a client security password may be required, or the account may live on another site or be locked for an hour.',
    todo: 'Go through the likely reasons before trying again. Several wrong passwords lock the account for an hour.',
  },
  'server-busy': {
    title: '{{subject}} is busy.',
    meaning: 'The server asked to come back later. This says nothing about the password.',
    todo: 'Wait a few minutes, then try again.',
  },
  'folder-missing': {
    title: 'There is no folder "{{subject}}" in this mailbox.',
    meaning: 'It may have been renamed or removed, or written differently.',
    todo: 'Check the name as webmail shows it. Upper and lower case count.',
  },
  'folder-refused': {
    title: 'The server did not open the folder "{{subject}}".',
    meaning: 'The folder may only hold other folders, or it changed while it was read.',
    todo: 'Scan again. If it stays so, leave this folder out.',
  },
  'server-refused': {
    title: '{{subject}} refused a command.',
    meaning: 'The server does not support it, or is in trouble.',
    todo: 'Try again later. What was read is kept.',
  },
  'site-unknown': {
    title: 'The mail server of {{subject}} could not be found out.',
    meaning: 'Its domain does not point to Alibaba Mail; a mail gateway in front can hide that.',
    todo: 'Choose the site yourself, or name the server.',
  },
  'remote-not-allowed': {
    title: 'This trial runtime connects to this computer only, not to {{subject}}.',
    meaning:
      'The official Electron could not be downloaded here, and the replacement is past its support.',
    todo: 'Install Sendwell where the official runtime can be had, or use the command line.',
  },
  'accounts-unusable': {
    title: '"{{subject}}" is not an accounts file that can be read.',
    meaning:
      'A table with the columns user, host, port, passwordEnv and passwordFile is expected, separated by commas, semicolons or tabs. user and one of the password columns must be there.',
    todo: 'Mend the line or column that is named below, and run the same command again.',
  },
  'accounts-password-column': {
    title: '"{{subject}}" has a column that seems to hold passwords, so it was not used.',
    meaning:
      'A file with many passwords is copied, mailed and backed up before anybody thinks of it. No login was tried.',
    todo: 'Delete the column. Name an environment variable (passwordEnv) or a file of its own (passwordFile) for each mailbox instead.',
  },
  'accounts-row': {
    title: 'Line {{subject}} of the accounts file cannot be used.',
    meaning: 'The address or the port is not one, or the line has more cells than the head.',
    todo: 'Mend the line and run the same command again; what was read is not read twice.',
  },
  'no-password': {
    title: 'There is no password for {{subject}}.',
    meaning:
      'The environment variable or the file that the accounts file names is not there or is empty. No login was tried.',
    todo: 'Set it and run the same command again; what was read is not read twice.',
  },
  'not-scanned': {
    title: '{{subject}} was not read yet.',
    meaning: 'Nothing is known about this mailbox.',
    todo: 'Scan it first.',
  },
  'output-unwritable': {
    title: '"{{subject}}" cannot be written.',
    meaning: 'The folder may belong to somebody else, or the disk may be read-only.',
    todo: 'Choose another folder.',
  },
  'store-locked': {
    title: 'The database is in use by another program.',
    meaning: 'Another Sendwell, window or command line, may be writing to it.',
    todo: 'Close the other one or wait until it is done, then try again.',
  },
  'store-damaged': {
    title: 'The database on this computer is damaged.',
    meaning:
      'A failing disk, a crash of the computer or another program can do that. The file was left as it is: {{subject}}',
    todo: 'Keep the damaged file aside and start afresh: it is renamed, never deleted. The mailbox itself is not affected.',
  },
  'store-newer': {
    title: 'The database was made by a newer version of Sendwell.',
    meaning: 'This version does not know its form. The file was left as it is: {{subject}}',
    todo: 'Install the newest version of Sendwell. Or keep the file aside and start afresh with this one.',
  },
  'store-unwritable': {
    title: 'The folder for the database cannot be used.',
    meaning:
      'It may be read-only or belong to somebody else, or a file may stand in its place: {{subject}}',
    todo: 'Make the folder writable, or choose another one with --data or SENDWELL_DATA.',
  },
  'disk-full': {
    title: 'The disk is full.',
    meaning: 'Nothing more can be stored. What was stored before is kept.',
    todo: 'Make room on the disk, then scan again to go on.',
  },
  'disk-failed': {
    title: 'The disk did not do what it was asked to.',
    meaning:
      'It may be failing, a quota may be used up, or a network drive may be gone. What was stored before is kept.',
    todo: 'Check the disk and its room, then scan again to go on.',
  },
  'settings-unwritten': {
    title: 'The choice could not be stored.',
    meaning:
      'It holds until Sendwell is closed. The disk may be full, or the folder may not let Sendwell write: {{subject}}',
    todo: 'Make room on the disk or the folder writable, then choose again.',
  },
  'password-needed': {
    title: 'The password of {{subject}} is needed.',
    meaning: 'The message itself is not kept on this computer; it is fetched from the mailbox.',
    todo: 'Choose “Scan now” and sign in, then save it again. “Copy for support” works without.',
  },
  'message-gone': {
    title: 'The message is no longer in {{subject}}.',
    meaning: 'It was deleted or moved since it was read, or the folder was numbered anew.',
    todo: 'Scan again, so that it is known where it lies now. What was read of it stays here.',
  },
  'message-too-large': {
    title: 'The message is too large to be saved whole.',
    meaning: 'Messages of 8 MB and more are not fetched, and half a message would be of no use.',
    todo: 'Save it in webmail or a mail program.',
  },
  interrupted: {
    title: 'Stopped before the end.',
    meaning: 'What was read until then is kept.',
    todo: 'Scan again to go on from there.',
  },
  internal: {
    title: 'Something went wrong inside Sendwell.',
    meaning: 'This is an error of the program, not of the mailbox.',
    todo: 'Try again. If it stays so, please report it with the log.',
  },
} as const;
