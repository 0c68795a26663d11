import { env } from "../platform/config/env.ts";

/** The cookie with a device's secret. It is sent to the calls of the door alone. */
export const doorCookie = () => ({
  name: `${env.APP_URL.startsWith("https:") ? "__Secure-" : ""}seonchak_door`,
  path: "/api/door",
});
