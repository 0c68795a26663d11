import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import postgres from "postgres";
import { holdPlainly, POOL } from "./plain-holds.ts";

/**
 * The same requests served the plain way: no queue, no checks and no login, stock read from Postgres each time, and one
 * transaction for each hold, checkout and callback.
 */
const sql = postgres(process.env.MIGRATION_DATABASE_URL ?? "", { max: POOL, onnotice: () => {} });
const sessionId = process.env.SESSION_ID ?? "";

const stock = () => sql`select remaining, total from stock where event_session_id = ${sessionId}`;

const routes: Record<string, (body: string, userId: string) => Promise<[status: number, answer: unknown]>> = {
  sessions: async () => [200, await stock()],
  serving: async () => [200, await stock()],
  token: async () => [201, { queueToken: "-" }],
  async hold(_, userId) {
    return [201, { holdId: await holdPlainly(sql, sessionId, { userId, seatId: undefined }) }];
  },
  async checkout(body, userId) {
    const { holdId } = JSON.parse(body);
    await sql.begin(async (tx) => {
      await tx`update holds set expires_at = now() + interval '5 minutes' where id = ${holdId}`;
      await tx`insert into state_history (entity, entity_id, to_state, actor_kind, actor_id, trace_id)
               values ('bench', ${holdId}, 'pending', 'user', ${userId}, '')`;
    });
    const ticket = Buffer.from(JSON.stringify({ pgPaymentId: holdId })).toString("base64url");
    return [201, { paymentSessionUrl: `http://127.0.0.1/sandbox/pay/${ticket}.-` }];
  },
  async callback(body) {
    const { pgPaymentId: holdId } = JSON.parse(body);
    await sql.begin(async (tx) => {
      await tx`update holds set state = 'CONFIRMED', sold = true where id = ${holdId}`;
      await tx`insert into state_history (entity, entity_id, from_state, to_state, actor_kind, actor_id, trace_id)
               values ('bench', ${holdId}, 'ACTIVE', 'CONFIRMED', 'system', '-', '')`;
    });
    return [200, {}];
  },
};

createServer(async (request, response) => {
  const [path = ""] = (request.url ?? "").split("?");
  const route = routes[path.split("/").at(-1) ?? ""];
  const body = request.method === "POST" ? await text(request) : "";
  const [status, answer] = (await route?.(body, userOf(request)).catch((error) => [500, String(error)])) ?? [
    404,
    {},
  ];
  const json = JSON.stringify(answer);
  response.writeHead(status as number, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(json),
  });
  response.end(json);
}).listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("listening"));
process.on("disconnect", () => process.exit());

/** Whom an access token names, which is not checked here. */
function userOf({ headers }: IncomingMessage): string {
  const [, payload = ""] = (headers.authorization ?? "").split(".");
  return payload === "" ? "" : JSON.parse(Buffer.from(payload, "base64url").toString()).sub;
}
