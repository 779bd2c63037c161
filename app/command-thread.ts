import { webcrypto } from 'node:crypto';
import { createReadStream, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Writable } from 'node:stream';
import { isatty, ReadStream } from 'node:tty';
import { compileFunction } from 'node:vm';
import { workerData } from 'node:worker_threads';
import { state, type ThreadData } from './shell/command-line.ts';

/**
 * The command line as a thread of the installed app (app/shell/command-line.ts): the main thread sleeps, so
 * this one holds the terminal, hears of Ctrl+C through shared memory and leaves its exit status there.
 */
const { shared, program, file } = workerData as ThreadData;

// As in the main thread (app/shell/first.ts), for the runtime that tests may fall back to.
(globalThis as { crypto?: unknown }).crypto ??= webcrypto;

/** A full pipe answers EAGAIN; its reader is given a moment. */
function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(shared, state.ended, 0, 5);
    }
  }
}

function outputTo(fd: number): NodeJS.WriteStream {
  const stream = new Writable({
    decodeStrings: true,
    write(bytes: Uint8Array, _encoding, done) {
      try {
        writeAll(fd, bytes);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  return Object.assign(stream, { fd, isTTY: isatty(fd) }) as unknown as NodeJS.WriteStream;
}

const input = isatty(0) ? new ReadStream(0) : createReadStream('', { fd: 0, autoClose: false });

for (const [name, value] of Object.entries({
  stdout: outputTo(1),
  stderr: outputTo(2),
  stdin: input,
  // Set for the whole process already (app/shell/first.ts); a thread may not.
  umask: () => 0o077,
}))
  Object.defineProperty(process, name, { value });

process.on('exit', (code) => {
  Atomics.store(shared, state.exitCode, code);
  Atomics.store(shared, state.ended, 1);
  Atomics.notify(shared, state.ended);
  // Taking the thread down while the process ends aborts it now and then: this one stays until all is over.
  Atomics.wait(shared, state.never, 0);
});

let heard = 0;
const listen = setInterval(() => {
  const interrupts = Atomics.load(shared, state.interrupts);
  for (; heard < interrupts; heard++) process.emit('SIGINT');
}, 50);
listen.unref();

process.exitCode = 0;
type Program = (...scope: readonly unknown[]) => void;
const run = compileFunction(
  program.replace(/^#!.*/, ''),
  ['exports', 'require', 'module', '__filename', '__dirname'],
  { filename: file },
) as Program;
run({}, createRequire(file), { exports: {} }, file, dirname(file));
