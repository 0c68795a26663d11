import sharp from "sharp";
import { expect, it } from "vitest";
import { posterSvgOf } from "#components/buyer/catalog/poster-svg.ts";
import { photo } from "../../testing/pictures.ts";
import { decoder } from "./decoder.ts";
import { CARD, drawCard } from "./social-card.ts";

const LINES = ["2026년 12월 13일 (일) 19:30 외 2회", "서울 마포 · 웨이브홀"];
const drawn = (title: string, poster: string | Uint8Array) =>
  drawCard({ title, lines: LINES, shop: "선착", poster });

/** The share of dark pixels in the part where the texts stand. */
async function inkOf(card: Uint8Array, top: number, height: number): Promise<number> {
  const { data } = await sharp(card)
    .extract({ left: 490, top, width: CARD.width - 490, height })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((grey) => grey < 128).length / data.length;
}

it.each([
  ["a Korean title", "첫눈 콘서트"],
  [
    "a long one",
    "겨울밤에 다시 만나는 국립교향악단 송년 특별 연주회, 베토벤 교향곡 제9번 합창과 함께하는 밤",
  ],
  ["an English one that is no markup", "Tom & Jerry <b>Live</b> in Concert: A Night at the Movies"],
])("draws %s with date and place in the shape for links", async (_, title) => {
  const card = await drawn(title, posterSvgOf("event_01k8v3q4f6e9hb2m5n7p8r9s0t"));
  expect(await sharp(card).metadata()).toMatchObject({ format: "jpeg", ...CARD });
  expect(await inkOf(card, 60, 480)).toBeGreaterThan(0.01);
  // Nothing is written over the edge.
  expect(await inkOf(card, 0, 50)).toBe(0);
});

it("draws an uploaded poster", async () => {
  const poster = await sharp({ create: { width: 600, height: 800, channels: 3, background: "#c00000" } })
    .png()
    .toBuffer();
  const { data } = await sharp(await drawn("첫눈", poster))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * CARD.width + x) * 3, (y * CARD.width + x) * 3 + 3),
  ];
  const [red, green, blue] = at(200, 300);
  expect(red).toBeGreaterThan(180);
  expect(green).toBeLessThan(20);
  expect(blue).toBeLessThan(20);
});

it("leaves SVG closed to pictures that people send", async () => {
  await drawn("첫눈", posterSvgOf("event_01k8v3q4f6e9hb2m5n7p8r9s0t"));
  const open = await decoder();
  const svg = Buffer.from(posterSvgOf("event_01k8v3q4f6e9hb2m5n7p8r9s0t"));
  await expect(open(svg).metadata()).rejects.toThrow();
  await expect(open(await photo()).metadata()).resolves.toMatchObject({ format: "jpeg" });
});
