/**
 * The autostart file of Linux desktops (Desktop Application Autostart Specification; the format is the Desktop Entry
 * Specification's). People and their desktops edit such files, so what is not ours in them is kept.
 */

/** A desktop that has its own way of switching an entry off writes one of these. */
const switchedOff = /^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/i;
const offSwitch = /^(Hidden|X-GNOME-Autostart-enabled)\s*=/i;
const execLine = /^Exec\s*=/;

/** The whole file as we write it, for a program with its arguments. */
export const desktopEntry = (command: readonly string[]): string =>
  `${[
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.0',
    'Name=Sendwell',
    'Comment=Watches mailboxes for throttled sending',
    'Comment[zh_CN]=持续关注邮箱的发信受限情况',
    'Icon=sendwell',
    `Exec=${execValue(command)}`,
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
  ].join('\n')}\n`;

/** Each argument in quotes; then `\` once more, since the value of a key is a string with escapes of its own. */
export const execValue = (command: readonly string[]): string => command.map(quoted).join(' ');

const quoted = (word: string): string =>
  `"${word
    .replace(/["`$\\]/g, '\\$&')
    .replaceAll('%', '%%')
    .replaceAll('\\', '\\\\')}"`;

const lines = (text: string): string[] => text.split(/\r?\n/);

export const isSwitchedOff = (text: string): boolean =>
  lines(text).some((line) => switchedOff.test(line));

/** Whether nobody but us has written this file, for whatever program. */
export const isOurs = (text: string): boolean =>
  withoutExec(text) === withoutExec(desktopEntry(['sendwell']));

/** Whether an entry of ours starts the program in this way: with these arguments, wherever it lies. */
export function hasArguments(text: string, args: readonly string[]): boolean {
  const exec = lines(text).find((line) => execLine.test(line)) ?? '';
  // Inside a word a quote is escaped, so this stands between two words only.
  const [, ...rest] = exec.replace(execLine, '').split('" "');
  return rest.length === 0 ? args.length === 0 : `"${rest.join('" "')}` === execValue(args);
}

const withoutExec = (text: string): string =>
  lines(text)
    .filter((line) => !execLine.test(line))
    .join('\n');

/** The file switched on: anew where it is ours, else as somebody edited it, less what switches it off. */
export function switchedOn(text: string | null, command: readonly string[]): string {
  if (text === null || isOurs(text) || !lines(text).some((line) => execLine.test(line)))
    return desktopEntry(command);
  return lines(text)
    .filter((line) => !switchedOff.test(line))
    .join('\n');
}

/** An edited file switched off, with all that somebody wrote into it. */
export const hidden = (text: string): string =>
  [
    ...lines(text)
      .filter((line) => !offSwitch.test(line))
      .flatMap((line) => (line.trim() === '[Desktop Entry]' ? [line, 'Hidden=true'] : [line])),
  ].join('\n');
