"use client";
import { PushCard } from "../push/push-panel.tsx";

const nothing = () => undefined;
const OFFERED = {
  support: "possible",
  isOn: false,
  pending: false,
  outcome: null,
  onTurnOn: nothing,
} as const;

/** Notifications on this device: offered, turned on, and each thing that stands in their way. */
export function PushSamples() {
  return (
    <>
      <PushCard {...OFFERED} reason="opening" />
      <PushCard {...OFFERED} reason="waitlist" isOn />
      <PushCard {...OFFERED} reason="settings" support="blocked" />
      <PushCard {...OFFERED} reason="waitlist" support="home_screen" />
      <PushCard {...OFFERED} reason="waitlist" support="none" />
    </>
  );
}
