import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * V8 lets garbage pile up for as long as the machine has memory to spare: an audit of a whole company would take
 * half a gigabyte of which it needs a tenth. Collected now and then, it stays as small as for a few accounts.
 */
export function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
