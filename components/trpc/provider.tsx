"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { type ReactNode, useState } from "react";
import { makeTrpcClient, TRPCProvider } from "./client.ts";

/** Refusals are answers: asking again gives the same one. Only a fault or a lost connection is worth a second try. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  if (failures >= 3) return false;
  const status: unknown = error instanceof TRPCClientError ? error.data?.httpStatus : undefined;
  return typeof status !== "number" || status >= 500;
}

export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 10_000, retry: isWorthRetrying },
          // Whether to repeat an act is the buyer's decision, made with the same idempotency key. It is never put off until
          // there is a connection again: the person would wait without a word, and then do what they no longer want.
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
