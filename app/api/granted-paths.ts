/** What newer Electron offers; the older test runtime lacks it and puts `path` on a File instead. */
interface PathReader {
  readonly webUtils?: { readonly getPathForFile: (file: File) => string };
}

/** A drop of more files at once is a folder's job; bounds what a page can make the preload keep. */
const mostPaths = 1000;
const mostGranted = 100_000;

/**
 * Which paths the page may have read: those of real files that a person dropped, and those chosen in the system's
 * dialog. The page can name others, since a path is only text; they are refused here, in the world it cannot reach.
 */
export function grantedPaths({ webUtils }: PathReader) {
  const granted = new Set<string>();

  const grant = (paths: readonly string[]): string[] => {
    for (const path of paths) if (granted.size < mostGranted) granted.add(path);
    return [...paths];
  };

  return {
    grant,
    /** The paths of real files; an object that only looks like one, or a file made in the page, has none. */
    pathsOf: (files: readonly File[]): string[] =>
      grant(
        files
          .slice(0, mostPaths)
          .filter((file) => file instanceof File)
          .map((file) => webUtils?.getPathForFile(file) ?? pathOnFile(file))
          .filter((path) => path !== ''),
      ),
    /** Throws, and so asks nothing, when a path was never granted; the page may have said anything. */
    only: <T extends { readonly paths: readonly string[] }>(argument: T): T => {
      const paths: unknown = (argument as Partial<T> | null | undefined)?.paths;
      if (!Array.isArray(paths) || !paths.every((path: string) => granted.has(path)))
        throw new Error('refused');
      return argument;
    },
  };
}

/** The browser's own property, read past anything that a page may have put on the object. */
function pathOnFile(file: File): string {
  const own = Object.getOwnPropertyDescriptor(File.prototype, 'path');
  const path: unknown = own?.get?.call(file);
  return typeof path === 'string' ? path : '';
}
