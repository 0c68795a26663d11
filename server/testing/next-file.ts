import { vi } from "vitest";

/**
 * The files of a process share what packages loaded, which takes longer than most of them run. Modules of the app are loaded
 * again by each file, since they read the settings as they load.
 * @param environment - as it was when the file began
 */
export function makeReadyForNextFile(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
}
