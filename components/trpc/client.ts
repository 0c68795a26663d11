import { createTRPCClient, httpBatchLink, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { AppRouter } from "#server/router.ts";
import { beginMeasuring, dateHeaderMs } from "../clock/offset.ts";
import { sendingFetch } from "../http/sending.ts";
import { refreshLink } from "./refresh-link.ts";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

type FetchEsque = NonNullable<Parameters<typeof httpLink<AppRouter>>[0]["fetch"]>;

const url = "/api/trpc";

/** Each answer gives the server's time, which countdowns follow instead of the device's clock. */
const timed =
  (send: typeof sendingFetch): FetchEsque =>
  async (input, init) => {
    const measured = beginMeasuring();
    const answer = await send(input, { ...(init as RequestInit), credentials: "same-origin" });
    const date = answer.headers.get("date");
    if (date) measured(dateHeaderMs(date));
    return answer;
  };

export function makeTrpcClient() {
  return createTRPCClient<AppRouter>({
    links: [
      refreshLink(),
      splitLink({
        condition: (op) => op.type === "subscription",
        true: httpSubscriptionLink({ url }),
        false: splitLink({
          condition: (op) => op.type === "mutation",
          // A batch has one set of headers, and each mutation needs its own idempotency key.
          true: httpLink({
            url,
            fetch: timed(sendingFetch),
            headers: ({ op }) =>
              typeof op.context.idempotencyKey === "string"
                ? { "Idempotency-Key": op.context.idempotencyKey }
                : {},
          }),
          false: httpBatchLink({ url, fetch: timed(fetch), maxURLLength: 4000 }),
        }),
      }),
    ],
  });
}
