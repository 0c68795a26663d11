"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { readRefusal } from "../../errors/refusal.ts";
import { useTRPC } from "../../trpc/client.ts";
import { endingOf } from "./ending.ts";
import { useMyPlace } from "./use-my-place.ts";
import { useQueueStatus } from "./use-queue-status.ts";

/** The polling interval for people without a place, who receive no pushes. */
const LOOK_MS = 3000;

/**
 * A person's place in a queue, if any. The page follows the public status, and asks for the place itself only as often as
 * the queue says, or when the status reaches it.
 */
export function usePlace(eventSessionId: EventSessionId) {
  const trpc = useTRPC();
  const mine = useMyPlace(eventSessionId);
  const place = mine.data;
  const figure = useQueueStatus(eventSessionId, Boolean(place));
  const serving = useQuery(
    trpc.queue.serving.queryOptions(
      { sessionId: eventSessionId },
      { enabled: place === null, refetchInterval: LOOK_MS },
    ),
  );
  const status = useQuery(
    trpc.queue.status.queryOptions(
      { token: place?.queueToken ?? "" },
      {
        enabled: Boolean(place),
        retry: false,
        refetchInterval: (query) => query.state.data?.pollAfterMs ?? 5000,
        refetchIntervalInBackground: true,
      },
    ),
  );
  const reached = Boolean(place) && (figure.news?.figure.serving ?? 0) >= (place?.number ?? 0);
  const { refetch } = status;
  useEffect(() => {
    if (reached) void refetch();
  }, [reached, refetch]);

  const standing = (place ? figure.news?.figure : serving.data)?.standing ?? status.data?.standing ?? null;
  const reason = figure.restarted ? "line_restarted" : status.error && readRefusal(status.error).reason;
  return {
    place,
    status: status.data,
    figure,
    standing,
    ended: endingOf(standing, reason),
    error: mine.error ?? (place === null ? serving.error : null),
    askAgain: refetch,
  };
}
