import { createHash } from "node:crypto";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";
import { coreCharacters, rangesOf } from "./font-characters.ts";

/**
 * Cuts the font that every page of the shop preloads: `node scripts/fonts.ts`. It has the characters of the shop's own texts
 * and of the demo, in the weights that the pages use; what else an event says comes from the subsets of Pretendard.
 */
const characters = coreCharacters();

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
  `/** The font that the first view of every page uses, printed by scripts/fonts.ts. */\nexport const coreFont = "${address}";\n`,
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
  unicode-range:
    ${rangesOf(characters)};
}
`;
}
