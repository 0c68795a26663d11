"use client";
import { useQuery } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useMemo, useState } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { unpackStates, withChanges } from "#server/platform/values/packed-states.ts";
import { useTRPC } from "../../trpc/client.ts";
import { useReopening } from "../../trpc/use-reopening.ts";
import { useStreamLease } from "../../trpc/use-stream-lease.ts";
import type { SeatStates } from "./hall-seats.ts";

const ASK_MS = 5000;

/** The states of the seats as they are known, and how the page learns of changes. */
export interface SeatNews {
  readonly states: SeatStates;
  readonly connection: "live" | "polling" | "offline";
  /** When they were last known to be so, by this device's clock. */
  readonly atMs: number;
}

/** The states of an event session's seats: pushed to the tab that streams, asked for by the others. */
export function useSeatStates(eventSessionId: EventSessionId) {
  const trpc = useTRPC();
  const input = { id: eventSessionId };
  const [pushed, setPushed] = useState<{ states: SeatStates; atMs: number }>();
  const mayStream = useStreamLease(true);
  const stream = useSubscription(
    trpc.holds.watchSeats.subscriptionOptions(input, {
      enabled: mayStream,
      onData: (told) =>
        setPushed((before) => {
          if ("states" in told) return { states: unpacked(told.states), atMs: Date.now() };
          return before && { states: withChanges(before.states, told.changes), atMs: Date.now() };
        }),
    }),
  );
  useReopening(stream);
  const isLive = mayStream && stream.status === "pending" && pushed !== undefined;
  useEffect(() => {
    if (!isLive) return;
    // A stream that tells nothing says that nothing has changed, until it ends.
    return () => setPushed((last) => last && { ...last, atMs: Date.now() });
  }, [isLive]);
  const asked = useQuery(
    trpc.holds.seatStates.queryOptions(input, {
      enabled: !isLive,
      staleTime: ASK_MS,
      refetchInterval: ASK_MS,
    }),
  );
  const packed = asked.data?.states;
  const answered = useMemo(() => (packed === undefined ? undefined : unpacked(packed)), [packed]);
  const isLost = asked.isError || asked.fetchStatus === "paused";
  const connection = isLive ? "live" : isLost ? "offline" : "polling";
  const isAnswerNewer = answered !== undefined && !isLive && asked.dataUpdatedAt >= (pushed?.atMs ?? 0);
  const news: SeatNews | undefined = isAnswerNewer
    ? { states: answered, connection, atMs: asked.dataUpdatedAt }
    : pushed && { ...pushed, connection };
  return { news, error: asked.error, retry: asked.refetch };
}

/** The text that was unpacked last: what is told again and has not changed leaves the map as it is drawn. */
let last: { readonly packed: string; readonly states: SeatStates } | undefined;

/** All that a text has room for, up to three more than there are seats: the drawing, which counts them, may not be here yet. */
function unpacked(packed: string): SeatStates {
  if (last?.packed !== packed)
    last = { packed, states: unpackStates(packed, 4 * Math.floor((packed.length * 3) / 4)) };
  return last.states;
}
