const KINDS = ["jpeg", "png", "webp", "avif"] as const;
export type PictureKind = (typeof KINDS)[number];

/** The kind that the first bytes of a file say; undefined for every other file, whatever it is called. */
export function kindOf(bytes: Uint8Array): PictureKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("RIFF") && head.slice(8) === "WEBP") return "webp";
  if (head.slice(4) === "ftypavif") return "avif";
  return undefined;
}

/**
 * Whether the picture is all that there is in the file. A file that another program reads as a page, an archive or a script
 * has that behind its picture; zeros, with which some programs fill up a file, are nothing.
 */
export function isAllOf(bytes: Uint8Array, kind: PictureKind): boolean {
  const end = ENDS[kind](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return end !== undefined && end <= bytes.length && bytes.subarray(end).every((byte) => byte === 0);
}

/** Where the picture ends; undefined where its parts lead nowhere. */
type EndOf = (bytes: Buffer) => number | undefined;

const ENDS: Readonly<Record<PictureKind, EndOf>> = {
  jpeg: endOfJpeg,
  png: endOfPng,
  webp: (bytes) => (bytes.length < 12 ? undefined : 8 + padded(bytes.readUInt32LE(4))),
  avif: endOfAvif,
};

const padded = (size: number): number => size + (size % 2);

const [END_OF_IMAGE, START_OF_SCAN, TEMPORARY] = [0xd9, 0xda, 0x01];
const isRestart = (marker: number | undefined): boolean => marker !== undefined && (marker & 0xf8) === 0xd0;

/** Walks from segment to segment (ITU T.81, annex B). */
function endOfJpeg(bytes: Buffer): number | undefined {
  let at = 2;
  while (at + 4 <= bytes.length + 2) {
    if (bytes[at] !== 0xff) return undefined;
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at++];
    if (marker === END_OF_IMAGE) return at;
    if (marker === TEMPORARY || isRestart(marker)) continue;
    if (at + 2 > bytes.length) return undefined;
    at += bytes.readUInt16BE(at);
    if (marker === START_OF_SCAN) at = endOfScan(bytes, at);
  }
  return undefined;
}

/** The next marker behind a scan, in whose data 0xff is followed by zero or by the number of a restart. */
function endOfScan(bytes: Buffer, start: number): number {
  let at = start;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return bytes.length;
    const next = bytes[at + 1];
    if (next !== 0 && !isRestart(next)) return at;
    at += 2;
  }
}

/** Walks from chunk to chunk: length, name, data and checksum. */
function endOfPng(bytes: Buffer): number | undefined {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    at += 12 + bytes.readUInt32BE(at);
    if (name === "IEND") return at;
  }
  return undefined;
}

const AVIF_BOXES: readonly string[] = ["ftyp", "meta", "mdat", "free"];

/** Walks from box to box of a still picture (ISO 14496-12); the last has to end with the file. */
function endOfAvif(bytes: Buffer): number | undefined {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (size === 0 && at > 0) break;
    if (size < 8 || !AVIF_BOXES.includes(name)) return undefined;
    at += size;
  }
  return at;
}
