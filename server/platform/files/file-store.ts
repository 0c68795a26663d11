/**
 * Keeps files of at most a few megabytes. A key is `folder/name` in lower-case letters, digits and `_`, `-`, `.`; what it
 * names is written once and never changed. A store that cannot be reached rejects.
 */
export interface FileStore {
  /** Resolves when the file is kept whole: until then no one reads a part of it. */
  write(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** The file's bytes, or undefined where there is no such file. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Removes a file; one that is gone already is no error. */
  remove(key: string): Promise<void>;
}

const KEY = /^[a-z0-9_]+\/[a-z0-9_-]+\.[a-z]+$/;

/** The key, unchanged. Throws for one that could lead out of the store: callers check what comes from an address. */
export function requireKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`"${key}" is no key of a file`);
  return key;
}
