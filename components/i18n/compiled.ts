import compile from "icu-minify/compile";
import type { Messages } from "next-intl";

type Texts = { readonly [key: string]: string | Texts };

const compiled = new WeakMap<object, object>();

/**
 * Messages as a browser formats them without a parser of their syntax.
 * @param messages - namespaces, each of which is compiled once a process
 */
export const compileMessages = (messages: Partial<Messages>): object =>
  Object.fromEntries(Object.entries(messages).map(([name, texts]) => [name, compileOnce(texts)]));

function compileOnce(namespace: Texts): object {
  const known = compiled.get(namespace);
  if (known) return known;
  const made = compileTexts(namespace);
  compiled.set(namespace, made);
  return made;
}

const compileTexts = (texts: Texts): object =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === "string" ? compile(text) : compileTexts(text),
    ]),
  );
