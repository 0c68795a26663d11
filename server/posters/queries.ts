import type { PosterView } from "./contract.ts";
import type { PosterRow } from "./store.ts";

/** A poster as clients see it. */
export function viewPoster({
  id,
  alt,
  width,
  height,
  files,
}: Pick<PosterRow, "id" | "alt" | "width" | "height" | "files">): PosterView {
  const urlOf = (name: string) => `/api/posters/${id}/${name}`;
  return {
    ...{ id, alt, width, height },
    files: files.pages.map(({ name, width }) => ({ url: urlOf(name), width })),
    socialUrl: urlOf(files.social),
  };
}
