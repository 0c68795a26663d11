import { inTransaction } from "../../platform/database/transaction.ts";
import { makePictures, type PictureFault, type Pictures } from "../../platform/files/picture.ts";
import { role } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import type { AppContext, UserActor } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import { PosterFiles, UploadPoster } from "../contract.ts";
import { posterErrors } from "../errors.ts";
import { writePosterFiles } from "../gateways/poster-files.ts";
import { fileNameOf, LIMITS, requireRoom, WIDTHS } from "../policy.ts";
import { viewPoster } from "../queries.ts";
import { countBytes, insertPoster, lockUploads } from "../store.ts";
import { POSTER_MEGAPIXELS_MAX } from "../values.ts";

/**
 * Checks a picture, makes the files that pages use and keeps them, until an event of the caller shows it or a day is over.
 * The row is written before the files, so that the job that removes posters finds those of an upload that broke off.
 */
export const uploadPoster = defineDirectCommand({
  id: "posters.upload-poster",
  summary: "Upload a picture that an event can then show as its poster.",
  allow: role("ADMIN", "SELLER"),
  input: UploadPoster,
  output: PosterFiles,
  refuses: [
    posterErrors.poster_kind,
    posterErrors.poster_mixed,
    posterErrors.poster_broken,
    posterErrors.poster_dimensions,
    posterErrors.poster_space,
  ],
  async run(ctx, { bytes }) {
    requireRoom(ctx.actor, await countBytes(ctx, ctx.actor.userId));
    const made = await makePictures(bytes, LIMITS, WIDTHS);
    if (typeof made === "string") throw FAULTS[made]();
    const { poster, contents } = nameFiles(made);
    await keepRow(ctx, poster);
    try {
      await writePosterFiles(poster.id, contents);
    } catch (error) {
      ctx.log.error({ action: "posters.upload-poster", target: poster.id, traceId: ctx.traceId, err: error });
      throw platformErrors.unavailable();
    }
    return viewPoster({ ...poster, alt: "" });
  },
});

const FAULTS: Readonly<Record<PictureFault, () => Error>> = {
  kind: posterErrors.poster_kind,
  mixed: posterErrors.poster_mixed,
  broken: posterErrors.poster_broken,
  dimensions: () =>
    posterErrors.poster_dimensions({
      ...{ sideMin: LIMITS.sideMin, ratioMax: LIMITS.ratioMax },
      megapixelsMax: POSTER_MEGAPIXELS_MAX,
    }),
};

/** The row of a poster, and the contents of its files by their names. */
function nameFiles({ pages, social }: Pictures) {
  const named = pages.map((file) => ({ ...file, name: fileNameOf(String(file.width), file.hash, "webp") }));
  const socialName = fileNameOf("social", social.hash, "jpg");
  const contents = {
    ...Object.fromEntries(named.map(({ name, bytes }) => [name, bytes])),
    [socialName]: social.bytes,
  };
  const widest = named.at(-1);
  const poster = {
    id: newId("poster"),
    ...{ width: widest?.width ?? 0, height: widest?.height ?? 0 },
    files: { pages: named.map(({ name, width }) => ({ name, width })), social: socialName },
    bytes: Object.values(contents).reduce((sum, { length }) => sum + length, 0),
  };
  return { poster, contents };
}

/** Uploads that one person makes at the same moment are counted one after the other. */
const keepRow = (ctx: AppContext<UserActor>, poster: ReturnType<typeof nameFiles>["poster"]) =>
  inTransaction(ctx, async (tx) => {
    const { userId } = tx.actor;
    await lockUploads(tx, userId);
    requireRoom(tx.actor, (await countBytes(tx, userId)) + poster.bytes);
    await insertPoster(tx, { ...poster, uploadedBy: userId });
    const { id: target, bytes } = poster;
    writeAudit(tx, [{ action: "posters.upload-poster", target, outcome: "ok", meta: { bytes } }]);
  });
