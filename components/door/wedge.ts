/** The longest pause between two keys of a scanner that types, in milliseconds; people are slower. */
const PAUSE_MS = 60;
/** The shortest code: a ticket's short code. */
const LENGTH_MIN = 8;

interface Key {
  readonly key: string;
  /** When it was pressed, in milliseconds, as in `Event.timeStamp`. */
  readonly timeStamp: number;
}

/**
 * Tells a scanner that types like a keyboard from a person: its keys follow one another fast and end with Enter.
 * @returns takes each key, and returns the code where this key ends one
 */
export function createWedge(): (key: Key) => string | undefined {
  let [typed, last] = ["", Number.NEGATIVE_INFINITY];
  return ({ key, timeStamp }) => {
    const isFast = timeStamp - last <= PAUSE_MS;
    last = timeStamp;
    if (key === "Enter") {
      const code = isFast ? typed : "";
      typed = "";
      return code.length >= LENGTH_MIN ? code : undefined;
    }
    // Shift and its like are keys without a character.
    if ([...key].length === 1) typed = isFast ? typed + key : key;
    return undefined;
  };
}
