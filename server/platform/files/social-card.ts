import { join } from "node:path";
import { type Decoder, decoder, readingDrawings, SECONDS_MAX, turns } from "./decoder.ts";

/** What is drawn beside a link in a chat or a post. */
export interface SocialCard {
  readonly title: string;
  /** One below the other under the title. */
  readonly lines: readonly string[];
  /** At the foot: whose link it is. */
  readonly shop: string;
  /** Three wide and four high, or cut to that: a drawing of ours as SVG, or the file of a picture. */
  readonly poster: string | Uint8Array;
}

export const CARD = { width: 1200, height: 630 };
const POSTER = { width: 472, height: CARD.height };
const MARGIN = 56;
const TEXT_WIDTH = CARD.width - POSTER.width - 2 * MARGIN;
const TITLE_HEIGHT_MAX = 300;
/** In pixels. The largest in which the title fits is taken. */
const TITLE_SIZES = [76, 66, 56, 48, 40, 34];
const LINE_SIZE = 32;
const SHOP_SIZE = 28;
const GAP = 24;

const FONTS = "node_modules/pretendard/dist/public/static";
const PAPER = "#f6f6f3";
const INK = "#161b2c";
const MUTED = "#555a6c";
const BLUE = "#1f3ac3";
const JPEG_QUALITY = 82;

/**
 * Draws a card in the shop's font, as a JPEG file. The work is done beside the event loop.
 * @throws `unavailable` (503) where too many pictures wait to be made
 */
export const drawCard = (card: SocialCard): Promise<Uint8Array> =>
  turns().run("card", async () => {
    const sharp = await decoder();
    const poster = await posterOf(sharp, card.poster);
    const texts = await place(sharp, card);
    return sharp({ create: { ...CARD, channels: 3, background: PAPER } })
      .composite([{ input: poster.data, raw: poster.info, left: 0, top: 0 }, ...texts])
      .timeout({ seconds: SECONDS_MAX })
      .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: "4:4:4" })
      .toBuffer();
  });

function posterOf(sharp: Decoder, poster: SocialCard["poster"]) {
  const input = typeof poster === "string" ? Buffer.from(poster) : poster;
  const draw = () =>
    sharp(input)
      .resize({ ...POSTER, fit: "cover" })
      .flatten({ background: PAPER })
      .timeout({ seconds: SECONDS_MAX })
      .raw()
      .toBuffer({ resolveWithObject: true });
  return typeof poster === "string" ? readingDrawings(sharp, draw) : draw();
}

/** The texts where they stand: title and lines in the middle of what the poster leaves, the shop's name at the foot. */
async function place(sharp: Decoder, { title, lines, shop }: SocialCard) {
  const left = POSTER.width + MARGIN;
  const block = [await fitted(sharp, title)];
  for (const line of lines)
    block.push(await write(sharp, { text: line, size: LINE_SIZE, weight: "SemiBold", color: MUTED }));
  const foot = await write(sharp, { text: shop, size: SHOP_SIZE, weight: "ExtraBold", color: BLUE });
  const footTop = CARD.height - MARGIN - foot.info.height;
  const height = block.reduce((sum, { info }) => sum + info.height + GAP, -GAP);
  let top = Math.max(MARGIN, Math.round((footTop - height) / 2));
  const placed = [];
  for (const { data, info } of block) {
    if (top + info.height > footTop) break;
    placed.push({ input: data, raw: info, left, top });
    top += info.height + GAP;
  }
  return [...placed, { input: foot.data, raw: foot.info, left, top: footTop }];
}

/** The title as large as it fits. */
async function fitted(sharp: Decoder, title: string) {
  const sizes = TITLE_SIZES.map(
    (size) => () => write(sharp, { text: title, size, weight: "ExtraBold", color: INK }),
  );
  let written = await (sizes[0] as (typeof sizes)[number])();
  for (const smaller of sizes.slice(1)) {
    if (written.info.height <= TITLE_HEIGHT_MAX) break;
    written = await smaller();
  }
  return written;
}

interface Text {
  readonly text: string;
  /** In pixels. */
  readonly size: number;
  readonly weight: "SemiBold" | "ExtraBold";
  readonly color: string;
}

/** A text on nothing, broken between words. */
const write = (sharp: Decoder, { text, size, weight, color }: Text) =>
  sharp({
    text: {
      text: `<span foreground="${color}">${escaped(inWords(text))}</span>`,
      ...{ font: `Pretendard ${weight} ${size}`, fontfile: fontFile(weight), dpi: 72 },
      ...{ width: TEXT_WIDTH, rgba: true, wrap: "word-char" },
    },
  })
    .timeout({ seconds: SECONDS_MAX })
    .raw()
    .toBuffer({ resolveWithObject: true });

/** Korean is broken between words alone, as readers are used to: by itself a line may end after any syllable. */
const inWords = (text: string): string =>
  text.replace(/(?<=\p{Script=Hangul})(?=\S)|(?<=\S)(?=\p{Script=Hangul})/gu, "\u2060");

/** What stands for itself in the markup in which a text is given. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const fontFile = (weight: Text["weight"]): string => join(process.cwd(), FONTS, `Pretendard-${weight}.otf`);
