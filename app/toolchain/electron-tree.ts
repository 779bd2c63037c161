import { copyFile, link, mkdir, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkoutCache, dist } from './paths.ts';

/**
 * An Electron without a default app ignores a path argument and starts only what lies in its own
 * resources/app. So that several checkouts can share one download, each has a light tree of links with its own
 * resources/app. The executable is a hard link or a copy, because Electron looks beside its own real path.
 */
async function fill(tree: string, electron: string): Promise<void> {
  for (const entry of await readdir(electron)) {
    const source = join(electron, entry);
    if (entry === 'electron') {
      await link(source, join(tree, entry)).catch(() => copyFile(source, join(tree, entry)));
    } else if (entry !== 'resources') {
      await symlink(source, join(tree, entry));
    }
  }
  const resources = join(tree, 'resources');
  await mkdir(resources);
  for (const entry of await readdir(join(electron, 'resources'))) {
    if (entry !== 'app') {
      await symlink(join(electron, 'resources', entry), join(resources, entry));
    }
  }
  // Relative, so that a checkout can be moved.
  await symlink(relative(resources, dist), join(resources, 'app'));
}

/** This checkout's tree for the Electron in the folder `electron`; gives the executable to start. */
export async function treeWithApp(electron: string, name: string): Promise<string> {
  const tree = join(checkoutCache, name);
  if (!existsSync(tree)) {
    await mkdir(checkoutCache, { recursive: true });
    const fresh = await mkdtemp(join(checkoutCache, 'tree-'));
    await fill(fresh, electron);
    await rename(fresh, tree).catch(async (error: unknown) => {
      await rm(fresh, { recursive: true, force: true });
      if (!existsSync(tree)) throw error;
    });
  }
  return join(tree, 'electron');
}
