import { post, type RestExchange } from "../platform/rest.ts";
import { logIn } from "./commands/log-in.ts";
import { logOut } from "./commands/log-out.ts";
import { refreshLogin } from "./commands/refresh-login.ts";
import { signUp } from "./commands/sign-up.ts";
import { AccessGrant, type LoginGrant } from "./contract.ts";
import { LOGIN_SESSION_SECONDS_MAX } from "./policy.ts";
import { cookieNames } from "./tokens.ts";

/** The refresh token goes nowhere but where it is used. */
const REFRESH_PATH = "/api/auth";

/** A client without cookies sends its refresh token in the body. */
const withRefreshToken = (exchange: RestExchange, given: Record<string, unknown>) => ({
  refreshToken: exchange.cookie(cookieNames().refresh),
  ...given,
});

const grant = (exchange: RestExchange, { refreshToken, ...body }: LoginGrant) => {
  setCookies(exchange, {
    access: { value: body.accessToken, maxAgeSeconds: body.expiresIn },
    refresh: { value: refreshToken, maxAgeSeconds: LOGIN_SESSION_SECONDS_MAX },
  });
  return body;
};

const forget = (exchange: RestExchange) => {
  const gone = { value: "", maxAgeSeconds: 0 };
  setCookies(exchange, { access: gone, refresh: gone });
};

type Crumb = { readonly value: string; readonly maxAgeSeconds: number };

function setCookies(exchange: RestExchange, { access, refresh }: { access: Crumb; refresh: Crumb }): void {
  const names = cookieNames();
  exchange.setCookie({ name: names.access, path: "/", ...access });
  exchange.setCookie({ name: names.refresh, path: REFRESH_PATH, ...refresh });
}

export const authRoutes = [
  post("/auth/signup", signUp),
  post("/auth/login", logIn, { status: 200, answer: grant, answerSchema: AccessGrant }),
  post("/auth/refresh", refreshLogin, {
    status: 200,
    input: withRefreshToken,
    answer: grant,
    answerSchema: AccessGrant,
    refused: (exchange, error) => error.status === 401 && forget(exchange),
  }),
  post("/auth/logout", logOut, { status: 204, input: withRefreshToken, answer: forget }),
];
