/** The first Electron that is still in support; tests and trials may run on an older one. */
const oldestSupported = 40;

/** Whether the app runs on the fallback of app/toolchain, which connects to this machine only. */
export function isFallbackRuntime(electronVersion: string): boolean {
  return Number.parseInt(electronVersion, 10) < oldestSupported;
}
