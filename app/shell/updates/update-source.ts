/** Where updates come from and whose signature they need. */
export interface UpdateSource {
  readonly url: string;
  readonly publicKey: string;
  /** electron-builder's own note about this installation, where it does not lie in the resources. */
  readonly configFile?: string | undefined;
}

/**
 * The source that the build was given, if this installation can be updated by itself; null otherwise: the
 * portable program is a file that its owner carries and replaces, and a checkout has no version to update.
 */
export function updateSource(
  built: UpdateSource | null,
  packaged: boolean,
  env: Readonly<Record<string, string | undefined>>,
): UpdateSource | null {
  if (env['PORTABLE_EXECUTABLE_FILE']) return null;
  if (packaged) return built;
  // For the tests of an app that is not packaged; an installed one listens to nobody's environment.
  const url = env['SENDWELL_TEST_UPDATE_URL'];
  const publicKey = env['SENDWELL_TEST_UPDATE_KEY'];
  return url && publicKey
    ? { url, publicKey, configFile: env['SENDWELL_TEST_UPDATE_CONFIG'] }
    : null;
}
