const BYTES_MIN = 32;
/** What Standard Webhooks asks of a `whsec_` secret, and its libraries and gateways make. */
const WHSEC_BYTES_MIN = 24;
/** The bits that the characters of 32 random hexadecimal digits come to are about 115. */
const BITS_MIN = 80;

/** Six letters and more: shorter words stand in random texts by chance. */
const OBVIOUS = /change.?me|secret|passw|example|default|placeholder|replace|insert|letmein|qwerty|seonchak/;

/** Several with commas between are one setting, while one of them is rotated. */
export const secretsIn = (text: string): string[] => text.split(",").map((one) => one.trim());

/**
 * Why a secret can be guessed, as the end of the sentence "NAME …"; undefined when it cannot.
 * @param name - of the variable, which is the first thing that is guessed
 */
export function weaknessOf(name: string, secret: string): string | undefined {
  const { texts, bytes, bytesMin } = measured(secret);
  if (bytes < bytesMin) return `is too short: it has ${bytes} bytes of the ${bytesMin} that are needed`;
  return texts.map((text) => guessableBecause(name, text)).find((why) => why !== undefined);
}

/** Two secrets with the same are one secret, however each is spelled. */
export const sameSecret = (secret: string): string => bytesOf(secret).toString("latin1").toLowerCase();

function guessableBecause(name: string, text: string): string | undefined {
  const plain = text.toLowerCase().replaceAll(/[^a-z]/g, "");
  if (plain.includes(name.toLowerCase().replaceAll("_", ""))) return "contains its own name";
  const [word] = OBVIOUS.exec(text.toLowerCase()) ?? [];
  if (word !== undefined) return `contains the word "${word}"`;
  if (isPattern(text)) return "is a pattern that repeats or counts";
  if (bitsOf(text) < BITS_MIN) return "has too few different characters";
  return undefined;
}

/** The key that a secret stands for: base64 behind `whsec_`, else its text without the prefix of its maker. */
const bytesOf = (secret: string): Buffer =>
  secret.startsWith("whsec_")
    ? Buffer.from(secret.slice("whsec_".length), "base64")
    : Buffer.from(secret.replace(/^signkey-[a-z]+-/, ""));

/** A secret of Standard Webhooks is judged as it is written and as it is used: either may be what is guessed. */
function measured(secret: string): { texts: readonly string[]; bytes: number; bytesMin: number } {
  const key = bytesOf(secret);
  const bytes = key.length;
  if (!secret.startsWith("whsec_")) return { texts: [key.toString()], bytes, bytesMin: BYTES_MIN };
  const written = secret.slice("whsec_".length);
  return { texts: [written, key.toString("latin1")], bytes, bytesMin: WHSEC_BYTES_MIN };
}

/** A shorter text over and over, or mostly characters that follow one another. */
function isPattern(text: string): boolean {
  if (/^(.{1,16}?)\1+/.exec(text)?.[0].length === text.length) return true;
  const half = text.slice(0, Math.ceil(text.length / 2));
  if (text.startsWith(half) && half.startsWith(text.slice(half.length))) return true;
  let steps = 0;
  for (let at = 1; at < text.length; at++)
    if (Math.abs(text.charCodeAt(at) - text.charCodeAt(at - 1)) <= 1) steps++;
  return steps > text.length / 2;
}

/** Shannon's measure over the characters of the text, times its length. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - count * Math.log2(count / text.length), 0);
}
