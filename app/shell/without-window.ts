/**
 * `Sendwell --cli …`: runs the command line and ends the process. It stands second among main's imports, so
 * that nothing of the window is loaded, and before Chromium looks for a display.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandArguments, runCommandLine } from './command-line.ts';

const argv = commandArguments(process.argv.slice(1));
if (argv !== null) process.exit(runCommandLine(dirname(fileURLToPath(import.meta.url)), argv));
