import { join } from "node:path";
import { lineAt, textOf, trackedFiles } from "./files.ts";

/** What real secrets look like. The shapes are the issuers' own; a made-up one for a test need not have them. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  "a private key": /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[\w+/=]{40}/,
  "a live payment key": /\blive_g?[cs]k_[A-Za-z0-9]{16,}/,
  "a webhook secret": /\bwhsec_[A-Za-z0-9+/]{32,}={0,2}/,
  "an Inngest production key": /\bsignkey-prod-[0-9a-f]{32,}/,
  "a GitHub token": /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60})/,
  "an npm token": /\bnpm_[A-Za-z0-9]{36}\b/,
  "an AWS key": /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  "a Slack token": /\bxox[abprs]-[A-Za-z0-9-]{20,}/,
  "a signed token": /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/,
  "a password in an address":
    /\b(?:postgres(?:ql)?|rediss?|smtps?|https?):\/\/[\w.%-]*:(?=[^\s@/]*\d)[A-Za-z0-9_-]{20,}@/,
};

/** Examples from the documents of standards and their libraries, which tests are held to. */
const PUBLISHED: readonly string[] = [
  "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
];

/**
 * Looks for secrets in what git keeps, or is about to keep, of the files under `root`.
 * @returns a sentence for each, which does not repeat it
 */
export const secretProblems = (root: string): string[] =>
  trackedFiles(root).flatMap((file) => problemsIn(file, textOf(join(root, file))));

/** @returns a sentence for each secret in this text of a file */
export function problemsIn(file: string, text: string): string[] {
  const environment = /(^|\/)\.env(?!\.example$)/.test(file) ? [`${file} is kept by git: remove it.`] : [];
  const found = Object.entries(SHAPES).flatMap(([what, shape]) => {
    const all = [...text.matchAll(new RegExp(shape, "g"))];
    const found = all.find(([secret]) => !PUBLISHED.includes(secret));
    if (!found) return [];
    return [
      `${file}:${lineAt(text, found.index)} looks like ${what}. Take it out, and make a new one: it is known now.`,
    ];
  });
  return [...environment, ...found];
}
