import { createHash } from "node:crypto";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";
import { coreCharacters, otherCharacters, rangesOf } from "./font-characters.ts";

/**
 * Cuts the shop's two fonts, in the weights that the pages use: `node scripts/fonts.ts`. Every page preloads the first, which
 * has the characters of a buyer's first view; a browser loads the second for the first other character of a text of ours.
 * What else an event says comes from the subsets of Pretendard.
 */
const whole = readFileSync("node_modules/pretendard/dist/public/variable/PretendardVariable.ttf");

for (const old of globSync("public/fonts/pretendard-*.woff2")) rmSync(old);
const core = await cut("core", coreCharacters());
const others = await cut("others", otherCharacters());
writeFileSync("app/fonts/faces.css", `/* Printed by scripts/fonts.ts. */\n${core.face}${others.face}`);
writeFileSync(
  "app/fonts/core.ts",
  `/** The font of a buyer's first view, printed by scripts/fonts.ts. */\nexport const coreFont = "${core.address}";\n`,
);

/** @returns its address, and its style: of two faces of one name a browser takes the later one that has the character */
async function cut(name: string, characters: readonly string[]) {
  // The package's types do not know of `keepFeatures` yet.
  const how = {
    targetFormat: "woff2",
    variationAxes: { wght: { min: 400, max: 800 } },
    keepFeatures: ["kern", "lnum", "tnum"],
  } as const;
  const font = await subsetFont(whole, characters.join(""), how);
  const digest = createHash("sha256").update(font).digest("hex").slice(0, 12);
  const address = `/fonts/pretendard-${name}.${digest}.woff2`;
  writeFileSync(`public${address}`, font);
  console.log(`${address}: ${characters.length} characters, ${font.length} bytes`);
  const face = `@font-face {
  font-family: "Pretendard Variable";
  font-style: normal;
  font-display: swap;
  font-weight: 45 920;
  src: url("${address}") format("woff2-variations");
  unicode-range:
    ${rangesOf(characters)};
}
`;
  return { address, face };
}
