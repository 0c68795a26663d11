import { createHash } from "node:crypto";
import type { Sharp } from "sharp";
import { type Decoder, decoder, SECONDS_MAX, turns } from "./decoder.ts";
import { isAllOf, kindOf } from "./picture-kind.ts";

/** What a picture has to be. */
export interface PictureLimits {
  /** The shorter side, in pixels, at least. */
  readonly sideMin: number;
  /** How many times the longer side is as long as the shorter one, at most. */
  readonly ratioMax: number;
  readonly pixelsMax: number;
}

/** A file made of a picture. It has none of the first file's metadata. */
export interface PictureFile {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  /** Hexadecimal digits of its SHA-256. */
  readonly hash: string;
}

/** What is made of a picture. */
export interface Pictures {
  /** WebP files, the narrowest first. */
  readonly pages: readonly PictureFile[];
  /** A JPEG file in the shape that is shown beside links. */
  readonly social: PictureFile;
}

/** Why nothing is made of a file: it is no picture of a kind that is taken, or not only one, or too small, or broken. */
export type PictureFault = "kind" | "mixed" | "dimensions" | "broken";

const SOCIAL = { width: 1200, height: 630 };
const TINY = { width: 60, height: 32 };
const WEBP_QUALITY = 78;
const JPEG_QUALITY = 80;

/**
 * Decodes a picture and encodes it again as files of ours, turned as its camera was held, in sRGB. Its size is read from its head
 * before it is decoded. A process makes one at a time, since a picture takes a core and a lot of memory.
 * @param widths - of the WebP files, in pixels; a narrower picture is not enlarged
 * @throws `unavailable` (503) where too many wait
 */
export async function makePictures(
  bytes: Uint8Array,
  limits: PictureLimits,
  widths: readonly number[],
): Promise<Pictures | PictureFault> {
  const kind = kindOf(bytes);
  if (!kind) return "kind";
  if (!isAllOf(bytes, kind)) return "mixed";
  return turns().run("picture", async () => {
    const sharp = await decoder();
    const decoded = await decode(sharp, bytes, limits, Math.max(...widths));
    return typeof decoded === "string" ? decoded : encode(sharp, decoded, widths);
  });
}

/** A picture without its encoding: its pixels and what they are. */
type Raw = Awaited<ReturnType<typeof toRaw>>;

/** The picture as it is seen, at most so many pixels wide. */
async function decode(
  sharp: Decoder,
  bytes: Uint8Array,
  limits: PictureLimits,
  widthMax: number,
): Promise<Raw | "dimensions" | "broken"> {
  try {
    // Only the head is read, so that a picture of any size can be refused by its size.
    const head = await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata();
    if (!isWithin(head, limits)) return "dimensions";
    const whole = sharp(bytes, { limitInputPixels: limits.pixelsMax, failOn: "error", pages: 1 });
    const width = Math.min(head.autoOrient.width, widthMax);
    return await toRaw(whole.autoOrient().resize({ width }).toColourspace("srgb"));
  } catch {
    return "broken";
  }
}

async function encode(sharp: Decoder, { data, info }: Raw, widths: readonly number[]): Promise<Pictures> {
  const decoded = () => sharp(data, { raw: info });
  const pages: PictureFile[] = [];
  for (const width of [...widths.filter((width) => width < info.width), info.width])
    pages.push(await toFile(decoded().resize({ width }).webp({ quality: WEBP_QUALITY })));
  return { pages, social: await socialOf(sharp, decoded) };
}

function isWithin({ width, height }: { width: number; height: number }, limits: PictureLimits): boolean {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  return (
    shorter >= limits.sideMin && longer <= shorter * limits.ratioMax && width * height <= limits.pixelsMax
  );
}

/** The whole picture, before itself out of focus, which fills the shape. */
async function socialOf(sharp: Decoder, decoded: () => Sharp): Promise<PictureFile> {
  const whole = await toRaw(decoded().resize({ ...SOCIAL, fit: "inside" }));
  // Out of focus when it is tiny, which costs next to nothing.
  const behind = await toRaw(
    decoded()
      .resize({ ...TINY, fit: "cover" })
      .flatten({ background: "white" })
      .blur(2)
      .modulate({ brightness: 0.7 }),
  );
  return toFile(
    sharp(behind.data, { raw: behind.info })
      .resize({ ...SOCIAL, fit: "fill" })
      .composite([{ input: whole.data, raw: whole.info }])
      .jpeg({ quality: JPEG_QUALITY }),
  );
}

const toRaw = (picture: Sharp) =>
  picture.timeout({ seconds: SECONDS_MAX }).raw().toBuffer({ resolveWithObject: true });

async function toFile(picture: Sharp): Promise<PictureFile> {
  const { data, info } = await picture
    .timeout({ seconds: SECONDS_MAX })
    .toBuffer({ resolveWithObject: true });
  const hash = createHash("sha256").update(data).digest("hex");
  return { width: info.width, height: info.height, bytes: data, hash };
}
