import { connect } from './connect.ts';
import { frame } from './frame.ts';
import { guide } from './guide.ts';
import { notices } from './notices.ts';
import { overview } from './overview.ts';
import { password } from './password.ts';
import { scan } from './scan.ts';

/** Everything the window says, a screen a file. */
export const window = {
  ...frame,
  ...scan,
  ...connect,
  ...overview,
  ...notices,
  ...password,
  ...guide,
};
