const WHSEC = "whsec_";
const BYTES_MIN = 32;
/** What Standard Webhooks asks of a `whsec_` secret, and its libraries and gateways make. */
const WHSEC_BYTES_MIN = 24;
/** The bits that the characters of 32 random hexadecimal digits come to are about 115. */
const BITS_MIN = 80;

/** Words of at least six letters, because random texts contain shorter words by chance. */
const OBVIOUS = /change.?me|secret|passw|example|default|placeholder|replace|insert|letmein|qwerty|seonchak/;

/** Several with commas between are one setting, while one of them is rotated. */
export const secretsIn = (text: string): string[] => text.split(",").map((one) => one.trim());

/**
 * Why a secret can be guessed, as the end of the sentence "NAME …"; undefined when it cannot.
 * @param name - of the variable, which is the first thing that is guessed
 */
export function weaknessOf(name: string, secret: string): string | undefined {
  const isWhsec = secret.startsWith(WHSEC);
  const text = withoutPrefix(secret);
  const bytes = isWhsec ? Buffer.from(text, "base64").length : Buffer.byteLength(text);
  const bytesMin = isWhsec ? WHSEC_BYTES_MIN : BYTES_MIN;
  if (bytes < bytesMin) return `is too short: it has ${bytes} bytes of the ${bytesMin} that are needed`;
  const decoded = decodingsOf(text);
  for (const reading of [text, ...decoded]) {
    const weakness = guessedFirst(name, reading);
    if (weakness !== undefined) return reading === text ? weakness : `${weakness}, once it is decoded`;
  }
  // Other texts may say in hexadecimal digits what has fewer characters once decoded.
  const measured = isWhsec ? [text, ...decoded.slice(0, 1)] : [text];
  return measured.some((reading) => bitsOf(reading) < BITS_MIN)
    ? "has too few different characters"
    : undefined;
}

/** Whether one secret gives the other away: the same letters in either case, or one is the other encoded. */
export function areSame(one: string, other: string): boolean {
  const readings = new Set(comparable(one));
  return comparable(other).some((reading) => readings.has(reading));
}

function comparable(secret: string): string[] {
  const text = withoutPrefix(secret);
  return [Buffer.from(text).toString("latin1"), ...decodingsOf(text)].map((reading) => reading.toLowerCase());
}

const withoutPrefix = (secret: string): string => secret.replace(/^(whsec_|signkey-[a-z]+-)/, "");

/** The bytes that a text may encode, one character each. */
function decodingsOf(text: string): string[] {
  const encodings = [
    ["base64", /^[\w+/-]+={0,2}$/],
    ["hex", /^(?:[\da-f]{2})+$/i],
  ] as const;
  return encodings.flatMap(([encoding, looks]) =>
    looks.test(text) ? [Buffer.from(text, encoding).toString("latin1")] : [],
  );
}

function guessedFirst(name: string, reading: string): string | undefined {
  const lower = reading.toLowerCase();
  if (lower.replaceAll(/[^a-z]/g, "").includes(name.toLowerCase().replaceAll("_", "")))
    return "contains its own name";
  const [word] = OBVIOUS.exec(lower) ?? [];
  if (word !== undefined) return `contains the word "${word}"`;
  return isPattern(reading) ? "is a pattern that repeats or counts" : undefined;
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
