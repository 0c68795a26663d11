import { fileStore } from "../../platform/files/configured-store.ts";
import type { PosterId } from "../contract.ts";
import { typeOf } from "../policy.ts";
import type { PosterRow } from "../store.ts";

/** Keeps the files of a poster. Rejects where the store cannot be reached. */
export async function writePosterFiles(
  id: PosterId,
  contents: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  await Promise.all(
    Object.entries(contents).map(([name, bytes]) =>
      fileStore().write(keyOf(id, name), bytes, typeOf(name) ?? "application/octet-stream"),
    ),
  );
}

/** A poster's file and its media type; undefined where there is none of this name. */
export async function readPosterFile(id: PosterId, name: string) {
  const type = typeOf(name);
  const bytes = type && (await fileStore().read(keyOf(id, name)));
  return bytes ? { bytes, type } : undefined;
}

/** Removes the files of a poster; those that are gone already are no error. */
export async function removePosterFiles({ id, files }: Pick<PosterRow, "id" | "files">): Promise<void> {
  const names = [...files.pages.map(({ name }) => name), files.social];
  await Promise.all(names.map((name) => fileStore().remove(keyOf(id, name))));
}

const keyOf = (id: PosterId, name: string): string => `${id}/${name}`;
