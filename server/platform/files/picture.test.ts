import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { photo, picture } from "../../testing/pictures.ts";
import { makePictures, type Pictures } from "./picture.ts";

const LIMITS = { sideMin: 100, ratioMax: 3, pixelsMax: 4_000_000 };
const WIDTHS = [200, 400, 800];

async function made(bytes: Uint8Array): Promise<Pictures> {
  const result = await makePictures(bytes, LIMITS, WIDTHS);
  if (typeof result === "string") throw new Error(result);
  return result;
}

const sizesOf = ({ pages }: Pictures) => pages.map(({ width, height }) => [width, height]);

describe("makes of a picture", () => {
  it("files of the widths asked for, and one for links", async () => {
    const pictures = await made(await photo({ width: 1000, height: 1500 }));
    expect(sizesOf(pictures)).toEqual([
      [200, 300],
      [400, 600],
      [800, 1200],
    ]);
    for (const { bytes } of pictures.pages) expect((await sharp(bytes).metadata()).format).toBe("webp");
    expect(await sharp(pictures.social.bytes).metadata()).toMatchObject({
      ...{ format: "jpeg", width: 1200, height: 630 },
    });
  });

  it("no larger file than the picture itself", async () => {
    expect(sizesOf(await made(await photo({ width: 300, height: 300 })))).toEqual([
      [200, 200],
      [300, 300],
    ]);
  });

  it.each(["jpeg", "png", "webp", "avif"] as const)("the same of %s", async (format) => {
    const bytes = await picture({ width: 240, height: 240 }).toFormat(format, { effort: 1 }).toBuffer();
    expect(sizesOf(await made(bytes))).toEqual([
      [200, 200],
      [240, 240],
    ]);
  });

  it("files without metadata: not who took it, where, or with what", async () => {
    const before = await photo();
    expect(before.toString("latin1")).toMatch(/Hong Gildong[\s\S]*secret-xmp|secret-xmp[\s\S]*Hong Gildong/);
    const { pages, social } = await made(before);
    for (const { bytes } of [...pages, social]) {
      const { exif, xmp, iptc, icc } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/Hong Gildong|secret-xmp/);
    }
  });

  it("files that stand as its camera was held", async () => {
    const lying = await picture({ width: 400, height: 200 })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(sizesOf(await made(lying))).toEqual([[200, 400]]);
  });
});

describe("makes nothing", () => {
  const refused = (bytes: Uint8Array) => makePictures(bytes, LIMITS, WIDTHS);
  const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"><script>alert(1)</script></svg>`;

  it.each([
    ["SVG", Buffer.from(SVG)],
    ["SVG behind an XML declaration", Buffer.from(`<?xml version="1.0"?>${SVG}`)],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["GIF", picture({ width: 200, height: 200 }).gif().toBuffer()],
    ["TIFF", picture({ width: 200, height: 200 }).tiff().toBuffer()],
    ["nothing", Buffer.alloc(0)],
  ])("of %s", async (_, bytes) => {
    expect(await refused(await bytes)).toBe("kind");
  });

  const BEHIND = [
    ["a page", "<html><script>alert(1)</script></html>"],
    ["an archive", "PK\x03\x04evil.jar"],
    ["a second file", "\xff\xd8\xff\xe0"],
  ] as const;
  it.each(
    (["jpeg", "png", "webp", "avif"] as const).flatMap((format) =>
      BEHIND.map(([what, text]) => [format, what, text] as const),
    ),
  )("of %s with %s behind it", async (format, _, text) => {
    const bytes = await picture({ width: 200, height: 200 }).toFormat(format, { effort: 1 }).toBuffer();
    expect(await refused(Buffer.concat([bytes, Buffer.from(text, "latin1")]))).toBe("mixed");
  });

  it.each(["jpeg", "png", "webp", "avif"] as const)(
    "of %s only where more than zeros are behind it",
    async (format) => {
      const bytes = await picture({ width: 100, height: 100 }).toFormat(format, { effort: 1 }).toBuffer();
      const padded = Buffer.concat([bytes, Buffer.alloc(16)]);
      expect(await refused(padded)).toMatchObject({ pages: expect.anything() });
    },
  );

  it.each(["jpeg", "png", "webp", "avif"] as const)("of %s that ends too early", async (format) => {
    const bytes = await picture({ width: 200, height: 200 }).toFormat(format, { effort: 1 }).toBuffer();
    expect(["mixed", "broken"]).toContain(await refused(bytes.subarray(0, bytes.length - 40)));
  });

  it("of a picture whose data is broken", async () => {
    const bytes = await picture({ width: 200, height: 200 }).png().toBuffer();
    bytes.fill(0x55, 60, bytes.length - 60);
    expect(["mixed", "broken"]).toContain(await refused(bytes));
  });

  it.each([
    ["too small", { width: 99, height: 300 }],
    ["too long", { width: 100, height: 301 }],
    ["too large", { width: 2001, height: 2000 }],
  ])("of one that is %s", async (_, size) => {
    expect(await refused(await picture(size).png().toBuffer())).toBe("dimensions");
  });

  it("of a few bytes that say they are a wall of pixels, without decoding them", async () => {
    const bytes = await picture({ width: 200, height: 200 }).png().toBuffer();
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(60_000, 20);
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    expect(await refused(bytes)).toBe("dimensions");
  });

  it("where many wait already", async () => {
    const bytes = await picture({ width: 200, height: 200 }).png().toBuffer();
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => refused(bytes)));
    const busy = results.filter(({ status }) => status === "rejected");
    expect(busy).toHaveLength(4);
    expect(busy[0]).toMatchObject({ reason: { reason: "unavailable" } });
    expect(await refused(bytes)).toMatchObject({ pages: expect.anything() });
  });
});
