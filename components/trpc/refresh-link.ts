import { TRPCClientError, type TRPCLink } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import { observable, type Unsubscribable } from "@trpc/server/observable";

import { type Refusal, readRefusal } from "../errors/refusal.ts";
import { tellLoginEnded } from "./login-ended.ts";

/** The running refresh, shared by all calls that find the access token expired at the same time. */
let refreshing: Promise<boolean> | null = null;

/**
 * Asks for a new access token with the refresh cookie; false where there is none or it has ended. Rejects where the server
 * cannot tell, so that a person whose login cannot be checked does not look like one without a login.
 */
export function refreshAccess(): Promise<boolean> {
  refreshing ??= fetch("/api/auth/refresh", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: "{}",
  })
    .then(heed)
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

/** A refusal to renew says why the login is over; a failure of the server says nothing about it. */
async function heed(answer: Response): Promise<boolean> {
  if (answer.status >= 500) throw await answer.json();
  if (answer.status === 401 || answer.status === 403)
    tellLoginEnded(readRefusal(await answer.json().catch(() => null)).reason);
  return answer.ok;
}

/**
 * Only these say that a fresh access token may help; a wrong password is a 401 as well. A login session that ended is
 * among them, since another tab may have logged in since.
 */
const RENEWABLE: readonly Refusal["reason"][] = [
  "unauthorized",
  "access_token_invalid",
  "role_changed",
  "login_session_ended",
  "login_session_suspended",
];

const isRenewable = (error: unknown) =>
  error instanceof TRPCClientError && RENEWABLE.includes(readRefusal(error).reason);

/** Renews an expired access token once and repeats the call, which the reader never notices. */
export function refreshLink<Router extends AnyTRPCRouter>(): TRPCLink<Router> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let current: Unsubscribable | null = null;
        let closed = false;
        let renewed = false;
        const attempt = () => {
          current = next(op).subscribe({
            next: (value) => {
              // Data from a stream shows that its token is valid, so that it may be renewed when it expires.
              if ("data" in value.result) renewed = false;
              observer.next(value);
            },
            complete: () => observer.complete(),
            error: (error) => {
              if (renewed || !isRenewable(error)) return observer.error(error);
              // Where that cannot be told, the call itself says why when it is made again.
              void refreshAccess()
                .catch(() => true)
                .then((repeat) => {
                  if (closed) return;
                  renewed = repeat;
                  if (repeat) attempt();
                  else observer.error(error);
                });
            },
          });
        };
        attempt();
        return () => {
          closed = true;
          current?.unsubscribe();
        };
      });
}
