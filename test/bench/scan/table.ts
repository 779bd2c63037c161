/** One measure: what was seen, what it must be, and whether it holds. */
export function tell(name: string, seen: number, target: number, unit = '', more = ''): void {
  const atLeast = target < 0;
  const bound = Math.abs(target);
  const holds = atLeast ? seen >= bound : seen <= bound;
  if (!holds) process.exitCode = 1;
  const written = `${round(seen)}${unit}`.padStart(10);
  const wanted = `${atLeast ? 'at least' : 'at most'} ${round(bound)}${unit}`.padEnd(18);
  console.log(`${name.padEnd(46)}${written}   ${wanted} ${holds ? 'holds' : 'MISSED'}  ${more}`);
}

export const atLeast = (bound: number): number => -bound;

const round = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
