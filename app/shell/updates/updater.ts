import { type AppUpdater, autoUpdater, type UpdateInfo } from 'electron-updater';
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js';
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider.js';
import { getChannelFilename, newUrlFromBase } from 'electron-updater/out/util.js';
import { isSigned, longestManifest } from './update-manifest.ts';
import type { UpdateSource } from './update-source.ts';

/** The host's answer is not what the makers signed. */
export class NotSigned extends Error {}

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
