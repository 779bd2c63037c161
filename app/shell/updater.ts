import { type AppUpdater, autoUpdater, type UpdateInfo } from 'electron-updater';
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js';
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider.js';
import { getChannelFilename, newUrlFromBase } from 'electron-updater/out/util.js';
import { isSigned, longestManifest } from './update-manifest.ts';

/** Where updates come from and whose signature they need. */
export interface UpdateSource {
  readonly url: string;
  readonly publicKey: string;
  /** electron-builder's own note about this installation, where it does not lie in the resources. */
  readonly configFile?: string | undefined;
}

/** The host's answer is not what the makers signed. */
export class NotSigned extends Error {}

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

type Options = ConstructorParameters<typeof GenericProvider>;

/** Gives electron-updater a manifest only after its signature was checked. */
class SignedProvider extends GenericProvider {
  readonly #updater: AppUpdater;
  readonly #source: UpdateSource;

  constructor(options: Options[0] & UpdateSource, updater: AppUpdater, runtime: Options[2]) {
    super(options, updater, runtime);
    this.#updater = updater;
    this.#source = { url: options.url, publicKey: options.publicKey };
  }

  override async getLatestVersion(): Promise<UpdateInfo> {
    const name = getChannelFilename(this.#updater.channel ?? this.getDefaultChannelName());
    const base = new URL(this.#source.url.replace(/\/?$/, '/'));
    const address = newUrlFromBase(name, base);
    const manifest = await this.#text(address);
    const signature = await this.#text(newUrlFromBase(`${name}.sig`, base));
    if (!isSigned(manifest, signature, this.#source.publicKey))
      throw new NotSigned('the update is not signed by the makers of this app');
    return parseUpdateInfo(manifest, name, address);
  }

  async #text(address: URL): Promise<string> {
    const text = (await this.httpRequest(address)) ?? '';
    if (text.length > longestManifest) throw new NotSigned('the answer is too long');
    return text;
  }
}

/** electron-updater, quiet and patient: it asks, downloads and installs only when told. */
export function quietUpdater(source: UpdateSource, packaged: boolean): AppUpdater {
  const updater = autoUpdater;
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  // Parts of a file by ranges: saves little for an app of this size and needs a second map file to trust.
  updater.disableDifferentialDownload = true;
  updater.forceDevUpdateConfig = !packaged;
  if (source.configFile !== undefined) updater.updateConfigPath = source.configFile;
  // Its types want a provider of their own; a class of one's own is documented for 'custom'.
  const options = { provider: 'custom', updateProvider: SignedProvider, ...source };
  updater.setFeedURL(options as unknown as Parameters<AppUpdater['setFeedURL']>[0]);
  return updater;
}
