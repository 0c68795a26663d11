"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { type ReactNode, useState } from "react";
import { makeTrpcClient, TRPCProvider } from "./client.ts";

/** A refusal would be the same the second time; only a server fault or a lost connection is retried. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  if (failures >= 3) return false;
  const { data, meta } = error instanceof TRPCClientError ? error : {};
  // The error has no data where the server refused before it ran the call.
  const status: unknown = data?.httpStatus ?? (meta?.response as Response | undefined)?.status;
  return typeof status !== "number" || status >= 500;
}

export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 10_000, retry: isWorthRetrying },
          // The buyer decides whether to repeat an action, with the same idempotency key. A mutation is not queued until
          // the browser is online again: it could then do something that the person no longer wants.
          mutations: { retry: false, networkMode: "always" },
        },
      }),
  );
  const [trpcClient] = useState(makeTrpcClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
