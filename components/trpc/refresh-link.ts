import { TRPCClientError, type TRPCLink } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import { observable, type Unsubscribable } from "@trpc/server/observable";

/** The refresh under way, shared by all calls that find the access token expired at the same moment. */
let refreshing: Promise<boolean> | null = null;

/** Asks for a new access token with the refresh cookie; false where there is none or it has ended. */
export function refreshAccess(): Promise<boolean> {
  refreshing ??= fetch("/api/auth/refresh", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: "{}",
  })
    .then(
      (answer) => answer.ok,
      () => false,
    )
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

/** Only these say that a fresh access token may help; a wrong password is a 401 as well. */
const renewable = ["unauthorized", "access_token_invalid"];

const isRenewable = (error: unknown) =>
  error instanceof TRPCClientError && renewable.includes(error.data?.reason);

/** Renews an expired access token once and repeats the call, which the reader never notices. */
export function refreshLink<Router extends AnyTRPCRouter>(): TRPCLink<Router> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let current: Unsubscribable | null = null;
        let closed = false;
        const attempt = (mayRefresh: boolean) => {
          current = next(op).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error: (error) => {
              if (!mayRefresh || !isRenewable(error)) return observer.error(error);
              void refreshAccess().then((renewed) => {
                if (closed) return;
                if (renewed) attempt(false);
                else observer.error(error);
              });
            },
          });
        };
        attempt(true);
        return () => {
          closed = true;
          current?.unsubscribe();
        };
      });
}
