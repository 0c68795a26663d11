import { passes } from "#server/doors/scan.policy.ts";
import type { ScanOutcome } from "#server/doors/values.ts";
import type { ArrivalOutcome } from "#server/guests/values.ts";

export type Tone = "green" | "amber" | "red";

/** What may be right at another time or another door is amber; what never lets anyone in is red. */
const AMBER: readonly (ScanOutcome | ArrivalOutcome)[] = [
  "not_open",
  "other_session",
  "not_inside",
  "inside",
  "unconfirmed",
  "guest_out",
];

export function toneOf(outcome: ScanOutcome | ArrivalOutcome): Tone {
  if (passes(outcome)) return "green";
  return AMBER.includes(outcome) ? "amber" : "red";
}

const NOTES: Readonly<Record<Tone, readonly number[]>> = {
  green: [880],
  amber: [520, 520],
  red: [220, 180, 220],
};
const BUZZES: Readonly<Record<Tone, number[]>> = {
  green: [60],
  amber: [90, 60, 90],
  red: [220, 80, 220],
};
const NOTE_SECONDS = 0.14;

let audio: AudioContext | undefined;

/** Lets the page make sounds later: a browser allows it from a press on. */
export function allowSound(): void {
  audio ??= globalThis.AudioContext && new AudioContext();
  void audio?.resume();
}

/** Says an answer by sound and vibration, for people who look at the guest and not at the screen. */
export function signal(tone: Tone): void {
  navigator.vibrate?.(BUZZES[tone]);
  if (audio?.state !== "running") return;
  for (const [index, hertz] of NOTES[tone].entries()) {
    const at = audio.currentTime + index * NOTE_SECONDS * 1.3;
    const [note, volume] = [audio.createOscillator(), audio.createGain()];
    note.type = tone === "red" ? "square" : "sine";
    note.frequency.value = hertz;
    volume.gain.setValueAtTime(0.2, at);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_SECONDS);
    note.connect(volume).connect(audio.destination);
    note.start(at);
    note.stop(at + NOTE_SECONDS);
  }
}
