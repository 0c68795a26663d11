/**
 * What a message says to its reader: HTML, entities and quoted-printable that a gateway left in it are undone, full-width
 * signs are the plain ones, and characters without a width are gone.
 */
export function readable(text: string): string {
  const unfolded = decodeQuotedPrintable(text)
    .replace(/<!--.*?-->|<(style|script|head|title)\b.*?<\/\1\s*>/gis, " ")
    .replace(/<\/?(?:br|p|div|tr|table|tbody|li|ul|ol|h\d|hr|section|blockquote)\b[^>]*>/gi, "\n")
    .replace(/<\/?[a-z][^>]*>/gi, " ")
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hex: string, digits: string) =>
      characterOf(Number.parseInt(digits, hex ? 16 : 10)),
    )
    .replace(/&(nbsp|amp|lt|gt|quot);/gi, (_, name: string) => ENTITIES[name.toLowerCase()] ?? " ");
  return unfolded
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[\u2010-\u2015\u2212\u30fc]/g, "-")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\s]*/g, "\n")
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const characterOf = (point: number): string => (point <= 0x10_ff_ff ? String.fromCodePoint(point) : "\ufffd");

/** In quoted-printable every "=" begins a byte or a soft line break; a text with another "=" is not changed. */
function decodeQuotedPrintable(text: string): string {
  const isEncoded = /=\r?\n|=[89A-F][0-9A-F]|=3D|=20|(?:=[0-9A-F]{2}){3}/i.test(text);
  if (!isEncoded || /=(?![0-9A-F]{2}|[ \t]*\r?\n|$)/i.test(text)) return text;
  return text
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/gi, (bytes) =>
      Buffer.from(bytes.replaceAll("=", ""), "hex").toString("utf8"),
    );
}

/** A text without its digits, where there are enough of them together to be a code or a number of someone's. */
export const maskDigits = (text: string): string =>
  readable(text)
    // In text that is still encoded the digits cannot be found.
    .replace(/[A-Za-z0-9+/=_-]{40,}/g, "…")
    .replace(/\p{N}(?:(?:[^\p{L}\p{N}\n]{0,2}| [^\p{L}\p{N}\s] |\n)\p{N})*/gu, (run) =>
      (run.match(/\p{N}/gu)?.length ?? 0) < MASKED_DIGITS_MIN ? run : run.replace(/\p{N}/gu, "•"),
    );

const MASKED_DIGITS_MIN = 4;

/** What a code is called, and nothing else is. */
const CODE_WORD =
  /(?<!(?:주문|예약|배송|결제|구매|입금) ?)(?:(?:인증|확인|보안) ?(?:번호|코드|숫자)|(?:일회용|1회용) ?(?:비밀번호|암호|코드|번호))|(?<!\b(?:order|booking|reservation|payment|delivery|shipping|purchase) )\b(?:(?:verification|security|authentication|authorization|confirmation|validation|access|log-?in|sign-?in|one-?time|sms|e-?mail|auth|2fa|mfa)[ -](?:code|pin|password|passcode)|(?:verification|security|authentication|one-?time)[ -]number|(?:one-?time[ -])?pass ?code|otp)\b/giu;

/** What other numbers are called. */
const OTHER_WORD =
  /[가-힣]* ?번호|[가-힣]+ ?코드|주문|우편|전화|팩스|문의|연락처|고객센터|콜센터|내선|계좌|송장|접수|예약|금액|합계|총액|잔액|가격|날짜|일자|아이디|판매자 ?ID|(?<![가-힣])우(?=\)? ?\d)|\b(?:zip|postal|post|promo|promotion|coupon|discount|order|product|item|reference|error|country|area|tracking|booking|reservation|referral|invite|gift|bar|tax|branch|bank|sort|vendor|seller|(?:order|booking|reservation|payment|delivery|shipping|purchase) confirmation)[ -]?code|\b(?:order|customer|account|member|membership|invoice|ticket|case|reference|ref|tracking|phone|telephone|tel|fax|mobile|zip|postal|postcode|booking|reservation|transaction|receipt|item|product|sku|amount|total|balance|price|date|id|no|number|ext|extension|box)\b/giu;

/** What may be a code's name where no other word says whose it is. */
const LOOSE_WORD = /(?<![가-힣])(?:코드|인증)(?![가-힣])|(?<![가-힣])코드(?=[는은:])|\bcode\b/giu;

/** Dates, times and quantities: no word for a number means them. */
const NO_NUMBERS: readonly RegExp[] = [
  /(?<!\d)(?:\d{2,4}[-./]\d{1,2}[-./]\d{1,2}(?![-./]?\d)|\d{1,2}:\d{2}(?::\d{2})?(?!\d))/g,
  /(?<!\d)\d{1,2} ?(?:[분초시일월]|시간|자리|mins?\b|minutes?\b|secs?\b|seconds?\b|hours?\b|hrs?\b|days?\b|digits?\b)|(?<!\d)\d{4}년/gi,
];

/** Web and mail addresses, sums and phone numbers: never a code, though a word may mean them. */
const OTHER_NUMBERS: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi,
  /(?:[₩$€¥]|\b(?:KRW|USD)) ?\d[\d,]*|(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)/gi,
  /(?<!\d)\d+(?:(?: ?원|건|회|개|명|점|포인트)(?=[을를이가은는에의으로씩입]|[^가-힣]|$)| ?(?:won|krw|points?)\b)/giu,
  /\(\d{3}-\d{3}\)(?= ?[가-힣]+[시도군구](?![가-힣]))/g,
  /(?<![A-Za-z\d])\+?\d{1,4}(?:[-. )]{1,2}\d{2,4}){2,}(?![-. ]?\d)|(?<!\d)\d{4}-\d{4}(?!\d)/g,
];

/** Six digits together, in two groups of three, or one by one as a page draws them in boxes. */
const CANDIDATE =
  /(?<![A-Za-z\d#_]|\d[-.,/:])(?:\d{6}|(?<!\d )(?:\d{3}(?: ?- ?| )\d{3}|\d(?: \d){5})(?! \d))(?![A-Za-z\d_]|[-.,/:]\d| ?(?:원|won|krw))/giu;

interface Found {
  readonly kind: "code" | "other" | "candidate" | "number";
  readonly from: number;
  readonly to: number;
}

/**
 * The code of a message: the six digits beside the word for it, before or after.
 * @returns undefined where there is none, and where it is not certain which it is
 */
export function codeIn(message: string): string | undefined {
  const blank = (patterns: readonly RegExp[], sign: string, text: string) =>
    patterns.reduce((rest, pattern) => rest.replace(pattern, ({ length }) => sign.repeat(length)), text);
  const text = blank(OTHER_NUMBERS, BLANK_NUMBER, blank(NO_NUMBERS, "~", readable(message)));
  const found = findAll(text);
  const named = { code: new Set<string>(), other: new Set<string>() };
  for (const [index, { kind }] of found.entries()) {
    if (kind !== "code" && kind !== "other") continue;
    for (const number of belongingTo(text, found, index)) named[kind].add(digitsOf(text, number));
  }
  const candidates = found.filter(({ kind }) => kind === "candidate");
  if (named.code.size === 0) {
    const [only, ...more] = candidates.filter((one) => !named.other.has(digitsOf(text, one)));
    const isIt = only && more.length === 0 && standsAlone(text, only) && isAnnounced(found, only);
    return isIt ? digitsOf(text, only) : undefined;
  }
  const [code = "", ...others] = named.code;
  if (others.length > 0 || named.other.has(code)) return undefined;
  return candidates.some((one, index) => isAlternative(text, candidates[index - 1], one)) ? undefined : code;
}

const BLANK_NUMBER = "◦";

const digitsOf = (text: string, { from, to }: Found): string => text.slice(from, to).replace(/\D/g, "");

/** Every word and number, in the order of the text; what one has taken counts for no other. */
function findAll(text: string): Found[] {
  const found: Found[] = [];
  let rest = text;
  const take = (kind: Found["kind"], pattern: RegExp) => {
    rest = rest.replace(pattern, (match: string, ...more: unknown[]) => {
      const from = more.find((value) => typeof value === "number") as number;
      found.push({ kind, from, to: from + match.length });
      return "\u0000".repeat(match.length);
    });
  };
  take("candidate", CANDIDATE);
  take("number", /[◦\d]+/g);
  take("code", CODE_WORD);
  take("other", OTHER_WORD);
  take("code", LOOSE_WORD);
  return found.sort((a, b) => a.from - b.from);
}

/** Nothing but signs, and what ties a word to its number: "인증번호는 [", "code is: ". */
const TIE = /^(?:[\s\p{P}\p{S}]|은|는|이|가|을|를|is|was|are|as|your|the|입니다)*$/iu;
/** What ties a number to the word after it: "654321은(는) ", "654321 is your ". */
const TIED_BEFORE = /^[\s\])}>"'」】]*(?:[은는이가을를]|\(|is\b|as\b|[:=])/iu;
const SENTENCE_END = /[!?\n]|[.。](?:\s|$)/u;
const REACH = 40;

/** The numbers that a word names: the one right after it, else the one before it, else one later in the sentence. */
function belongingTo(text: string, found: readonly Found[], index: number): Found[] {
  const [before, word, after] = [found[index - 1], found[index], found[index + 1]];
  const gap = (a: Found | undefined, b: Found | undefined) => (a && b ? text.slice(a.to, b.from) : "");
  const isNumber = (one: Found | undefined) => one?.kind === "candidate" || one?.kind === "number";
  const isNear = (text: string) => text.length <= REACH && !SENTENCE_END.test(text);
  const [gapBefore, gapAfter] = [gap(before, word), gap(word, after)];
  const isTied = isNumber(before) && isNear(gapBefore) && TIED_BEFORE.test(gapBefore);
  const isNext = isNumber(after) && TIE.test(gapAfter);
  const isBefore = isTied || (word?.kind === "code" && isNumber(before) && isNear(gapBefore));
  const isLater = isNumber(after) && isNear(gapAfter);
  const numbers = isNext ? [after] : [isBefore && before, isLater && after];
  return numbers.flatMap((number) => (number && number.kind === "candidate" ? [number] : []));
}

/** Whether a number has a line for itself, as e-mails draw a code. */
const standsAlone = (text: string, { from, to }: Found): boolean =>
  /(?:^|\n)[^\p{L}\p{N}\n]*$/u.test(text.slice(0, from)) && /^[^\p{L}\p{N}\n]*(?:\n|$)/u.test(text.slice(to));

/** Whether a code was spoken of before a number, and nothing else since. */
const isAnnounced = (found: readonly Found[], number: Found): boolean =>
  found.filter(({ kind, to }) => to <= number.from && (kind === "code" || kind === "other")).at(-1)?.kind ===
  "code";

/** Whether two numbers are said of one thing: "654321 또는 112233", "112233이 아니라 654321". */
const isAlternative = (text: string, before: Found | undefined, after: Found): boolean =>
  before !== undefined &&
  /^(?:[\s,/|·]|또는|혹은|및|or|and|not|이? ?아니라|(?:에서|으로))+$/i.test(
    text.slice(before.to, after.from),
  );
