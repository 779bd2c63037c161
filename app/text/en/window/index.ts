import { audit } from './audit.ts';
import { connect } from './connect.ts';
import { episode } from './episode.ts';
import { explain } from './explain.ts';
import { frame } from './frame.ts';
import { glossary } from './glossary.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { notices } from './notices.ts';
import { overview } from './overview.ts';
import { password } from './password.ts';
import { reading } from './reading.ts';
import { saving } from './saving.ts';
import { scan } from './scan.ts';
import { settings } from './settings.ts';
import { shortcuts } from './shortcuts.ts';
import { store } from './store.ts';
import { views } from './views.ts';
import { watch } from './watch.ts';
import { welcome } from './welcome.ts';

/** Everything the window says, a screen a file. */
export const window = {
  audit,
  ...frame,
  ...scan,
  ...connect,
  ...views,
  ...overview,
  ...episode,
  ...notices,
  ...password,
  ...guide,
  ...explain,
  ...settings,
  ...store,
  ...reading,
  ...watch,
  ...welcome,
  ...glossary,
  ...help,
  ...saving,
  ...shortcuts,
};
