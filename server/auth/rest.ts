import { decodeJwt } from "jose";
import { get, patch, post, type RestExchange } from "../platform/http/rest.ts";
import type { AppError } from "../platform/operation/errors.ts";
import { grantRole } from "./commands/grant-role.ts";
import { logIn } from "./commands/log-in.ts";
import { logInWithPasskey } from "./commands/log-in-with-passkey.ts";
import { logOut } from "./commands/log-out.ts";
import { movePerson } from "./commands/move-person.ts";
import { refreshLogin } from "./commands/refresh-login.ts";
import { AccessGrant, type LoginGrant } from "./contract.ts";
import { authErrors } from "./errors.ts";
import { LOGIN_SESSION_SECONDS_MAX } from "./policy.ts";
import { findPerson } from "./queries.ts";
import { cookieNames } from "./tokens.ts";

/** The refresh token goes nowhere but where it is used. */
const REFRESH_PATH = "/api/auth";

/** A client without cookies sends its refresh token in the body. */
const withRefreshToken = (exchange: RestExchange, given: Record<string, unknown>) => ({
  refreshToken: exchange.cookie(cookieNames().refresh),
  ...given,
});

/** The refresh token goes into its cookie, or into the body for a page of another origin, which no cookie reaches. */
const grant = (exchange: RestExchange, { refreshToken, ...body }: LoginGrant) => {
  if (!exchange.takesCookies) return { ...body, refreshToken };
  setCookies(exchange, {
    access: { value: body.accessToken, maxAgeSeconds: body.expiresIn },
    refresh: { value: refreshToken, maxAgeSeconds: LOGIN_SESSION_SECONDS_MAX },
    viewer: { value: String(decodeJwt(body.accessToken).sub), maxAgeSeconds: LOGIN_SESSION_SECONDS_MAX },
  });
  return body;
};

const forget = (exchange: RestExchange) => {
  const gone = { value: "", maxAgeSeconds: 0 };
  setCookies(exchange, { access: gone, refresh: gone, viewer: gone });
};

type Crumb = { readonly value: string; readonly maxAgeSeconds: number };

function setCookies(
  exchange: RestExchange,
  { access, refresh, viewer }: Record<keyof ReturnType<typeof cookieNames>, Crumb>,
): void {
  const names = cookieNames();
  exchange.setCookie({ name: names.access, path: "/", ...access });
  exchange.setCookie({ name: names.refresh, path: REFRESH_PATH, ...refresh });
  // Without a network a page goes by it: what a browser keeps for a person is shown to no one else.
  exchange.setCookie({ name: names.viewer, path: "/", isReadable: true, ...viewer });
}

/** The login session will not be renewed any more. */
const isOver = ({ status, reason }: AppError) =>
  status === 401 || reason === authErrors.account_suspended.reason;

export const authRoutes = [
  post("/auth/login", logIn, { status: 200, answer: grant, answerSchema: AccessGrant }),
  post("/auth/passkey", logInWithPasskey, { status: 200, answer: grant, answerSchema: AccessGrant }),
  post("/auth/refresh", refreshLogin, {
    status: 200,
    input: withRefreshToken,
    answer: grant,
    answerSchema: AccessGrant,
    refused: (exchange, error) => isOver(error) && forget(exchange),
  }),
  get("/admin/users", findPerson),
  patch("/admin/users/:userId/state", movePerson),
  patch("/admin/users/:userId/role", grantRole),
  post("/auth/logout", logOut, { status: 204, input: withRefreshToken, answer: forget }),
];
