/** How rows are labelled, from the first one on. */
export const LABEL_SCHEMES = ["numbers", "letters", "hangul"] as const;
export type LabelScheme = (typeof LABEL_SCHEMES)[number];

/**
 * How the seats of a row are numbered: one after the other, odd or even numbers alone, odd numbers to one side of the
 * middle and even ones to the other, or by letters.
 */
export const NUMBER_SCHEMES = ["all", "odd", "even", "split", "letters", "hangul"] as const;
export type NumberScheme = (typeof NUMBER_SCHEMES)[number];

export const SIDES = ["left", "right"] as const;
export type Side = (typeof SIDES)[number];

export interface Labelling {
  readonly scheme: LabelScheme;
  /** From 1: the first letter is 1 too. */
  readonly start: number;
}

export interface Numbering {
  readonly scheme: NumberScheme;
  /** The side on which the first number is; of `split` the side of the odd numbers. */
  readonly from: Side;
  readonly start: number;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** In the order in which Korean documents count: after 하 comes 거. */
const HANGUL = [
  ..."가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호",
  ..."구누두루무부수우주추쿠투푸후그느드르므브스으즈츠크트프흐기니디리미비시이지치키티피히",
];

/** The label of a number from 1 on; after the last letter come two of them, as the columns of a spreadsheet do. */
export function labelOf(scheme: LabelScheme, number: number): string {
  if (scheme === "numbers") return String(number);
  const letters = scheme === "letters" ? LETTERS : HANGUL;
  let [rest, label] = [number, ""];
  while (rest > 0) {
    label = `${letters[(rest - 1) % letters.length]}${label}`;
    rest = Math.floor((rest - 1) / letters.length);
  }
  return label;
}

export const labelsOf = (count: number, { scheme, start }: Labelling): string[] =>
  Array.from({ length: count }, (_, index) => labelOf(scheme, start + index));

/** The numbers of a row's seats, from left to right. */
export function numbersOf(count: number, { scheme, from, start }: Numbering): string[] {
  const numbers = scheme === "split" ? splitNumbers(count, start) : countedNumbers(count, scheme, start);
  return from === "left" ? numbers : numbers.reverse();
}

function countedNumbers(count: number, scheme: Exclude<NumberScheme, "split">, start: number): string[] {
  if (scheme === "letters" || scheme === "hangul") return labelsOf(count, { scheme, start });
  const step = scheme === "all" ? 1 : 2;
  const first = scheme === "all" ? start : nextWith(scheme === "odd" ? 1 : 0, start);
  return Array.from({ length: count }, (_, index) => String(first + index * step));
}

/** Odd numbers from the middle to the left, even ones from the middle to the right: 5 3 1 2 4. */
function splitNumbers(count: number, start: number): string[] {
  const odd = Math.ceil(count / 2);
  return Array.from({ length: count }, (_, index) =>
    String(index < odd ? nextWith(1, start) + (odd - 1 - index) * 2 : nextWith(0, start) + (index - odd) * 2),
  );
}

/** The least number from `start` on that leaves this rest when it is divided by 2. */
const nextWith = (rest: number, start: number): number => (start % 2 === rest ? start : start + 1);

/** Where the labels of further rows go on: behind the last one of the scheme that is taken. */
export function startAfter(taken: readonly string[], scheme: LabelScheme): number {
  const labels = new Set(taken);
  // A label that is far behind all rows was given by hand.
  const far = taken.length * 2 + 100;
  for (let number = far; number > 0; number -= 1) if (labels.has(labelOf(scheme, number))) return number + 1;
  return 1;
}
