import { createHash } from "node:crypto";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type OutputChunk, type OutputOptions, type RolldownOutput, rolldown } from "rolldown";
import {
  LIGHT_MANIFEST,
  type LightBuild,
  type LightScripts,
  type LightSheets,
} from "#server/platform/http/light-scripts.ts";
import { coreFont } from "../../app/fonts/core.ts";
import { joinChunks, neededBy } from "./light-chunks.ts";

/** Next serves what is below as never changing: the name of each file has the digest of what is in it. */
const OUT = ".next/static/light";
const SERVED_AT = "/_next/static/light";

/**
 * Makes scripts and style sheets of the light pages, and writes down which page and which part of one needs which
 * (docs/decisions/059-light-pages.md).
 */
export async function buildLightPages(root: string): Promise<void> {
  rmSync(join(root, OUT), { recursive: true, force: true });
  const standIn = (file: string) => join(root, "components/light", file);
  const bundle = await rolldown({
    cwd: root,
    input: globSync("components/light/pages/*.ts", { cwd: root }),
    platform: "browser",
    preserveEntrySignatures: false,
    // The reader of codes is WebAssembly, whose file is named by `new URL(…, import.meta.url)`.
    experimental: { resolveNewUrlToAsset: true },
    // It would say of each component that "use client" means nothing to it.
    checks: { moduleLevelDirective: false },
    transform: { target: "es2022", define: { "process.env.NODE_ENV": '"production"' } },
    resolve: {
      alias: {
        // A tenth of the size of React's renderer (docs/decisions/059-light-pages.md).
        react$: "preact/compat",
        "react-dom$": "preact/compat",
        "react-dom/client$": "preact/compat/client",
        "react/jsx-runtime$": "preact/jsx-runtime",
        // The parts of Next that only work beside its router.
        "next/dynamic": standIn("dynamic.tsx"),
        "next/link": standIn("link.tsx"),
        "next/navigation": standIn("navigation.ts"),
        // Their messages come compiled.
        "use-intl/format-message": "use-intl/format-message/format-only",
      },
    },
  });
  const output: OutputOptions = {
    dir: join(root, OUT),
    minify: true,
    entryFileNames: "[name]-[hash].js",
    chunkFileNames: "[name]-[hash].js",
    assetFileNames: "[name]-[hash][extname]",
  };
  const fileOf = joinChunks(chunksOf(await bundle.generate(output)));
  const chunks = chunksOf(
    await bundle.write({
      ...output,
      codeSplitting: {
        // Each module goes to the file that it was given, also where what needs it goes to another.
        includeDependenciesRecursively: false,
        groups: [{ debugName: "joined", name: (module) => fileOf.get(module) ?? null }],
      },
    }),
  );
  await bundle.close();
  const build: LightBuild = { scripts: scriptsOf(chunks), sheets: splitSheets(root) };
  writeFileSync(join(root, LIGHT_MANIFEST), JSON.stringify(build));
}

const chunksOf = ({ output }: RolldownOutput): OutputChunk[] =>
  output.filter((file) => file.type === "chunk");

function scriptsOf(chunks: readonly OutputChunk[]): LightScripts {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  return Object.fromEntries(
    chunks
      .filter(({ isEntry, isDynamicEntry }) => isEntry || isDynamicEntry)
      .map(({ name, fileName }) => {
        const [first = fileName, ...others] = [...neededBy(fileName, byFile)].map(
          (file) => `${SERVED_AT}/${basename(file)}`,
        );
        return [name, [first, ...others]];
      }),
  );
}

/** Splits each style sheet of Next's in two: the fonts of rare letters are half of it. */
function splitSheets(root: string): LightSheets {
  const sheets = globSync(".next/static/chunks/*.css", { cwd: root }).map((file) => {
    const css = readFileSync(join(root, file), "utf8");
    const faces = css.match(/@font-face\{[^}]*\}/g) ?? [];
    const rare = faces.filter((face) => face.includes(".woff2") && !face.includes(coreFont));
    const first = rare.reduce((rest, face) => rest.replace(face, ""), css);
    const kept = { first: keep(root, "first", first), letters: keep(root, "letters", rare.join("")) };
    return [`/_next/static/chunks/${basename(file)}`, kept] as const;
  });
  return Object.fromEntries(sheets);
}

/** @returns its address. It lies as deep as Next's, so that the addresses of the fonts in it hold. */
function keep(root: string, name: string, css: string): string {
  const file = `${name}-${createHash("sha256").update(css).digest("base64url").slice(0, 8)}.css`;
  writeFileSync(join(root, OUT, file), css);
  return `${SERVED_AT}/${file}`;
}
