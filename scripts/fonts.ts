import { createHash } from "node:crypto";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

/**
 * Cuts the font that every page of the shop preloads: `node scripts/fonts.ts`. It has the characters of the shop's own texts
 * and of the demo, in the weights that the pages use; what else an event says comes from the subsets of Pretendard.
 */
const OTHERS = /\/(operator|organizer|shipping|states|sandbox|seller)\//;
const files = globSync("{components/**/messages.{ko,en}.ts,db/seed/*.ts}").filter(
  (file) => !OTHERS.test(file),
);
const text = files.map((file) => readFileSync(file, "utf8")).join("");
/** All that keyboards have, and the signs of amounts, times and quotations, whether a text has them today or not. */
const ALWAYS = `${String.fromCodePoint(...Array.from({ length: 0x5f }, (_, at) => 0x20 + at))}₩·×–—‘’“”…→`;
const characters = [...new Set(ALWAYS + text)].filter((character) => character >= " ").toSorted();

const whole = readFileSync("node_modules/pretendard/dist/public/variable/PretendardVariable.ttf");
// The package's types do not know of `keepFeatures` yet.
const cut = {
  targetFormat: "woff2",
  variationAxes: { wght: { min: 400, max: 800 } },
  keepFeatures: ["kern", "lnum", "tnum"],
} as const;
const font = await subsetFont(whole, characters.join(""), cut);
const digest = createHash("sha256").update(font).digest("hex").slice(0, 12);
const address = `/fonts/pretendard-core.${digest}.woff2`;

for (const old of globSync("public/fonts/pretendard-core.*.woff2")) rmSync(old);
writeFileSync(`public${address}`, font);
writeFileSync("app/fonts/core.css", styleOf());
writeFileSync(
  "app/fonts/core.ts",
  `/** The font that the first view of every page uses, printed by scripts/fonts.ts. */\nexport const coreFont =\n  "${address}";\n`,
);
console.log(`${address}: ${characters.length} characters, ${font.length} bytes`);

/** Of two faces of one name the later one has the characters that both have. */
function styleOf(): string {
  return `/* Printed by scripts/fonts.ts. */
@font-face {
  font-family: "Pretendard Variable";
  font-style: normal;
  font-display: swap;
  font-weight: 45 920;
  src: url("${address}") format("woff2-variations");
  unicode-range: ${rangesOf(characters)};
}
`;
}

/** Runs of neighbouring characters, as CSS writes them: `U+20-7E, U+AC00`. */
function rangesOf(sorted: readonly string[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const code of sorted.map((character) => character.codePointAt(0) ?? 0).toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.to === code - 1) last.to = code;
    else ranges.push({ from: code, to: code });
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return ranges.map(({ from, to }) => `U+${from === to ? hex(from) : `${hex(from)}-${hex(to)}`}`).join(", ");
}
