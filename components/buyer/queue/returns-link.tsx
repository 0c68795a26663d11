"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { useTRPC } from "../../trpc/client.ts";
import { JoinLink } from "./join-link.tsx";

const REFRESH_MS = 3000;

interface ReturnsLinkProps {
  eventSessionId: EventSessionId;
  label: string;
  children: string;
  /** Shown where no ticket can come back any more. */
  otherwise: ReactNode;
}

/** Leads into the queue of a sold-out event session while others still hold tickets that may come back. */
export function ReturnsLink({ eventSessionId, label, children, otherwise }: ReturnsLinkProps) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.queue.serving.queryOptions({ sessionId: eventSessionId }, { refetchInterval: REFRESH_MS }),
  );
  if (data?.standing !== "WAITING_FOR_HOLDS") return otherwise;
  return (
    <JoinLink eventSessionId={eventSessionId} label={label}>
      {children}
    </JoinLink>
  );
}
