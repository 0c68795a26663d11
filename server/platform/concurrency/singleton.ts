/**
 * The main process and Next's bundle load `server/` separately, so a module variable would exist twice.
 * What must exist once per process (pool, Redis, open batches, log) is kept here, on `globalThis`.
 */
interface Entry {
  readonly value: unknown;
  readonly close: (() => Promise<void>) | undefined;
}

const registryKey = Symbol.for("seonchak.singletons");
type Registry = Map<string, Entry>;

const registry = (): Registry => {
  const holder = globalThis as { [registryKey]?: Registry };
  holder[registryKey] ??= new Map();
  return holder[registryKey];
};

/**
 * The one `name` of this process, made at first use.
 * @param close - what {@link closeAll} does with it, in reverse order of making
 */
export function singleton<T>(name: string, make: () => T, close?: (value: T) => Promise<void>): T {
  const known = registry().get(name);
  if (known) return known.value as T;
  const value = make();
  registry().set(name, { value, close: close && (() => close(value)) });
  return value;
}

/** What this process has made of that name; undefined before its first use. */
export const madeSingleton = <T>(name: string): T | undefined => registry().get(name)?.value as T | undefined;

/** Closes what was made, newest first: the pool last, since the others may still use it. */
export async function closeAll(): Promise<void> {
  const entries = [...registry().values()].reverse();
  registry().clear();
  for (const entry of entries) await entry.close?.();
}
