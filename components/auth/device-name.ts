/** Names in the order they must be looked for: Edge and Samsung also call themselves Chrome, and Chrome Safari. */
const browsers = [
  ["Edge", /Edg\//],
  ["Samsung Internet", /SamsungBrowser/],
  ["Whale", /Whale\//],
  ["Firefox", /Firefox|FxiOS/],
  ["Chrome", /Chrome|CriOS/],
  ["Safari", /Safari/],
] as const;

const systems = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X/],
  ["Linux", /Linux/],
] as const;

const find = (list: readonly (readonly [string, RegExp])[], text: string) =>
  list.find(([, pattern]) => pattern.test(text))?.[0];

/** Browser and system of a User-Agent header, or null where it names neither. */
export function deviceOf(userAgent: string | null): { browser: string; system: string } | null {
  if (userAgent === null) return null;
  const [browser, system] = [find(browsers, userAgent), find(systems, userAgent)];
  return browser && system ? { browser, system } : null;
}
