import { background } from './background.ts';
import { bundle } from './bundle.ts';
import { cause } from './cause.ts';
import { chart } from './chart.ts';
import { command } from './command.ts';
import { connection } from './connection.ts';
import { notice } from './notice.ts';
import { password } from './password.ts';
import { problem } from './problem.ts';
import { report } from './report.ts';
import { shell } from './shell.ts';
import { window } from './window/index.ts';

export const zhCN = {
  background,
  bundle,
  cause,
  chart,
  command,
  connection,
  notice,
  password,
  problem,
  report,
  shell,
  window,
};
