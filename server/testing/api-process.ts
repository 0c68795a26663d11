import { createServer } from "node:http";
import { createApp } from "#server/http/app.ts";
import { drainable } from "#server/http/draining.ts";
import { apiListener } from "#server/http/server.ts";
import { env } from "#server/platform/config/env.ts";

/** One app process without the pages: the API as `server/main.ts` serves it, for tests and benches of several. */
// As long as the real process keeps them, or a client would now and then write into a connection that is being closed.
const server = createServer({ keepAliveTimeout: 75_000 });
const api = apiListener(createApp().fetch);
const draining = drainable(server);
server.on("request", (request, response) => draining.answer(request, response, api));
draining.stopWhenAsked(env.STOP_GRACE_SECONDS);
server.listen(env.PORT, "127.0.0.1", () => process.send?.("listening"));
// The parent has exited, so nothing else would stop this process.
process.on("disconnect", () => process.exit());
