import { readFileSync, writeFileSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";

/** Draws the app's icons and its social picture from `app/icon.svg`: `node scripts/icons.ts`. */
const mark = readFileSync("app/icon.svg", "utf8");
const font = readFileSync("node_modules/pretendard/dist/web/variable/woff2/PretendardVariable.woff2");
const PAPER = "#f6f6f3";

interface Picture {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** Without one, the picture is transparent. */
  readonly background?: string;
  readonly html: string;
}

/** A square icon whose mark takes `share` of its width. */
const icon = (file: string, size: number, share: number, background?: string): Picture => ({
  file,
  width: size,
  height: size,
  ...(background && { background }),
  html: `<div style="width:${share * 100}%;line-height:0">${mark}</div>`,
});

const pictures: readonly Picture[] = [
  icon("public/icon-192.png", 192, 1),
  icon("public/icon-512.png", 512, 1),
  // A launcher cuts a maskable icon to a shape; the middle 80 % always stay.
  icon("public/icon-maskable-512.png", 512, 0.72, PAPER),
  // iOS paints transparent parts black.
  icon("app/apple-icon.png", 180, 0.86, PAPER),
  {
    file: "app/opengraph-image.png",
    width: 1200,
    height: 630,
    background: PAPER,
    html: `<div style="display:grid;gap:28px;justify-items:center;text-align:center">
      <div style="width:300px;height:214px;overflow:hidden;display:grid;place-items:center">${mark}</div>
      <div style="font-size:104px;font-weight:800;letter-spacing:-0.04em;line-height:1">선착</div>
      <div style="font-size:40px;color:#5b5f72">먼저 온 순서 그대로 · First come, first served</div>
    </div>`,
  },
];

const browser = await chromium.launch({
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  for (const picture of pictures) writeFileSync(picture.file, await draw(browser, picture));
} finally {
  await browser.close();
}

async function draw(browser: Browser, { width, height, background, html }: Picture): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<style>
    @font-face { font-family: P; font-weight: 45 920; src: url(data:font/woff2;base64,${font.toString("base64")}) }
    body { margin: 0; height: 100vh; display: grid; place-items: center; font-family: P; color: #14182b;
      background: ${background ?? "transparent"} }
    svg { width: 100% }
  </style>${html}`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const png = await page.screenshot({ omitBackground: background === undefined });
  await page.close();
  return png;
}
