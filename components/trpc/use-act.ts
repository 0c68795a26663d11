"use client";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { readRefusal } from "../errors/refusal.ts";
import { NotArrivedError } from "../http/sending.ts";

/** The interval at which a lost answer is looked up while the server does not respond. */
const LOOK_AGAIN_MS = 2000;

interface Act<Input, Answer> {
  send: (input: Input) => Promise<Answer>;
  /** Asks the server for the lost answer; null when the request never arrived. */
  lookUp: (input: Input) => Promise<Answer | null>;
  onSuccess?: (answer: Answer) => void;
  onError?: (error: unknown) => void;
}

/**
 * An action that must not be done twice and whose outcome must become known. A lost answer is looked up until it is
 * found, while `checking` is true; the request is never just sent again.
 */
export function useAct<Answer, Input = void>({ send, lookUp, onSuccess, onError }: Act<Input, Answer>) {
  const [checking, setChecking] = useState(false);
  const left = useRef(new AbortController());
  useEffect(() => {
    left.current = new AbortController();
    return () => left.current.abort();
  }, []);
  const act = useMutation<Answer, Error, Input>({
    mutationFn: async (input) => {
      try {
        return await send(input);
      } catch (error) {
        if (readRefusal(error).reason !== "network") throw error;
        setChecking(true);
        const found = await untilAnswered(() => lookUp(input), left.current.signal);
        if (found === null) throw new NotArrivedError();
        return found;
      } finally {
        setChecking(false);
      }
    },
    ...(onSuccess && { onSuccess }),
    ...(onError && { onError }),
  });
  return { ...act, checking };
}

/** Asks until there is an answer, at once when the connection is back. Throws what the server refuses with. */
async function untilAnswered<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const { reason } = readRefusal(error);
      if (signal.aborted || (reason !== "network" && reason !== "unavailable")) throw error;
    }
    await connectionOrTime(signal);
  }
}

const connectionOrTime = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = new AbortController();
    const go = () => {
      done.abort();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(go, LOOK_AGAIN_MS);
    addEventListener("online", go, { signal: done.signal });
    signal.addEventListener("abort", go, { signal: done.signal });
  });
