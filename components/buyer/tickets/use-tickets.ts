"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Ticket } from "#server/tickets/contract.ts";
import { inServerTime, serverAhead } from "../../clock/offset.ts";
import { readRefusal } from "../../errors/refusal.ts";
import { keepPage } from "../../offline/keep-page.ts";
import { keepTickets } from "../../offline/kept-tickets.ts";
import { useKeptTickets } from "../../offline/use-kept-tickets.ts";
import { useTRPC } from "../../trpc/client.ts";
import { useViewer } from "../../trpc/use-viewer.ts";
import { loadFullScreen } from "../../ui/full-screen.tsx";
import { useOnline } from "../../ui/use-online.ts";
import { admits } from "./admits.ts";

/** Tickets are asked for again this often while they cannot be read. */
const AGAIN_MS = 5000;

/** So long an answer may take before the page says that what it shows is not confirmed. */
const SLOW_MS = 3000;

/** An installed app starts with it, as app/manifest.ts has it. */
const START = "/?app";

interface Tickets {
  /** Undefined while there are none to show. */
  readonly tickets: readonly Ticket[] | undefined;
  /** When the server last said so, by its clock, in milliseconds; null while that is now. */
  readonly uncheckedSinceMs: number | null;
  /** Whether they are as the browser kept them. */
  readonly isKept: boolean;
  /** Whether there is no connection, as far as the browser knows or a call has shown. */
  readonly isAway: boolean;
  readonly error: unknown;
}

/** The person's tickets: as the server says, and until it does as this browser kept them (docs/decisions/063-kept-pages.md). */
export function useTickets(): Tickets {
  const trpc = useTRPC();
  const viewer = useViewer();
  const online = useOnline();
  const kept = useKeptTickets();
  const isSlow = useSlow();
  const { data, dataUpdatedAt, failureCount, ...asked } = useQuery(
    trpc.tickets.mine.queryOptions(
      {},
      {
        enabled: Boolean(viewer.data),
        staleTime: 0,
        refetchInterval: ({ state }) => (state.status === "error" ? AGAIN_MS : false),
      },
    ),
  );
  const viewerId = viewer.data?.id;
  useEffect(() => {
    if (!viewerId || !data) return;
    const tickets = data.filter(admits);
    const checkedAtMs = inServerTime(dataUpdatedAt);
    keepTickets({ ownerId: viewerId, checkedAtMs, serverAheadMs: serverAhead(), tickets });
  }, [viewerId, data, dataUpdatedAt]);
  const hasSome = data?.some(admits) ?? false;
  useEffect(() => {
    if (hasSome)
      void keepPage({
        page: "/me/tickets",
        prepared: loadFullScreen(),
        leadingHere: [START],
      }).catch(() => {});
  }, [hasSome]);
  const error = asked.error ?? viewer.error;
  const isAway = !online || (error !== null && readRefusal(error).reason === "network");
  const failed = isAway || error !== null || failureCount > 0;
  const checkedAtMs = data ? inServerTime(dataUpdatedAt) : kept?.checkedAtMs;
  return {
    tickets: data ?? kept?.tickets,
    uncheckedSinceMs: failed || (!data && isSlow) ? (checkedAtMs ?? null) : null,
    isKept: !data,
    isAway,
    error,
  };
}

function useSlow(): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setSlow, SLOW_MS, true);
    return () => clearTimeout(timer);
  }, []);
  return isSlow;
}
