"use client";
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { keepPage } from "../offline/keep-page.ts";
import { openCodeReader } from "./code-reader.ts";
import { INITIAL } from "./door-state.ts";
import { DoorSession } from "./session.ts";
import { createWedge } from "./wedge.ts";

/** The door that this device stands at: the one of the link in the address, else the one that it has. */
export function useDoor() {
  const [session] = useState(() => new DoorSession());
  const state = useSyncExternalStore(session.subscribe, session.get, () => INITIAL);
  useEffect(() => {
    void session.start(takeToken());
    void keepPage({ page: "/door", prepared: openCodeReader() }).catch(() => {});
    return () => session.stop();
  }, [session]);
  return { ...state, scan: session.scan.bind(session), admit: session.admit.bind(session) };
}

/** The secret stands behind the `#`, which no browser sends anywhere, and is taken out of the address and its history. */
function takeToken(): string | undefined {
  const token = location.hash.slice(1);
  if (token) history.replaceState(history.state, "", location.pathname);
  return token || undefined;
}

/** Reads codes of a scanner that types like a keyboard, wherever the focus is. */
export function useWedge(onCode: (code: string) => void): void {
  const found = useEffectEvent(onCode);
  useEffect(() => {
    const wedge = createWedge();
    const press = (event: KeyboardEvent) => {
      const code = wedge(event);
      if (code === undefined) return;
      // The Enter that ends a code presses no button and sends no form.
      event.preventDefault();
      event.stopPropagation();
      found(code);
    };
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, []);
}
