"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useRef, useState } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { LineFigure } from "#server/line/contract.ts";
import { serverNow } from "../clock/offset.ts";
import { readRefusal } from "../errors/refusal.ts";
import { useTRPC } from "../trpc/client.ts";
import { keepPlace } from "./kept-place.ts";
import type { Connection } from "./line-pulse.tsx";

/** How a wait can end without a ticket. */
const ENDINGS: Record<string, "missed" | "lost" | "restarted" | "soldOut"> = {
  admission_expired: "missed",
  admission_spent: "missed",
  place_lost: "lost",
  line_restarted: "restarted",
  bad_queue_token: "restarted",
  sold_out: "soldOut",
};

/** The line's public figure, pushed to everyone who waits. */
function useFigure(sessionId: EventSessionId, enabled: boolean) {
  const trpc = useTRPC();
  const [news, setNews] = useState<{ figure: LineFigure; atMs: number } | null>(null);
  const [restarted, setRestarted] = useState(false);
  const { status } = useSubscription(
    trpc.line.watch.subscriptionOptions(
      { eventSessionId: sessionId },
      {
        enabled,
        onData: (told) => {
          if (told.kind === "restarted") setRestarted(true);
          else setNews({ figure: told, atMs: serverNow() });
        },
      },
    ),
  );
  const connection: Connection = status === "pending" ? "live" : status === "error" ? "polling" : "offline";
  return { news, restarted, connection, forget: () => setRestarted(false) };
}

/**
 * A person's place in a line: taken once, followed by the public figure, and asked for itself only as often as the
 * line says or when the figure reaches it.
 */
export function usePlace(sessionId: EventSessionId, enabled: boolean) {
  const trpc = useTRPC();
  const join = useMutation(
    trpc.line.join.mutationOptions({ onSuccess: ({ queueToken }) => keepPlace(sessionId, queueToken) }),
  );
  const { mutate, data: place } = join;
  const asked = useRef(false);
  useEffect(() => {
    if (!enabled || asked.current) return;
    asked.current = true;
    mutate({ sessionId });
  }, [enabled, mutate, sessionId]);

  const figure = useFigure(sessionId, place !== undefined);
  const status = useQuery(
    trpc.line.status.queryOptions(
      { token: place?.queueToken ?? "" },
      {
        enabled: place !== undefined,
        retry: false,
        refetchInterval: (query) => query.state.data?.pollAfterMs ?? 5000,
        refetchIntervalInBackground: true,
      },
    ),
  );
  const reached = place !== undefined && (figure.news?.figure.serving ?? 0) >= place.number;
  const { refetch } = status;
  useEffect(() => {
    if (reached) void refetch();
  }, [reached, refetch]);

  const reason = join.error ?? status.error;
  const ended = figure.restarted ? "restarted" : reason && ENDINGS[readRefusal(reason).reason];
  const rejoin = () => {
    figure.forget();
    join.reset();
    mutate({ sessionId });
  };
  return {
    place,
    status: status.data,
    figure,
    ended,
    error: ended ? null : join.error,
    rejoin,
    joining: join.isPending,
  };
}
