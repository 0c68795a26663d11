import { expect, it, vi } from "vitest";
import { appRouter } from "../router.ts";
import { newKey } from "../testing/given.ts";
import { type Answer, CALLERS, type Caller, type Rights } from "../testing/rights.ts";
import { TABLE } from "../testing/rights-table.ts";
import { givenThings, type Things } from "../testing/rights-things.ts";
import { createApp } from "./app.ts";

await vi.hoisted(async () => {
  const { walletSettings } = await import("#server/testing/wallet-keys.ts");
  for (const [name, value] of Object.entries(walletSettings())) vi.stubEnv(name, value);
});

const app = createApp();
type CallType = "query" | "mutation" | "subscription";
const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: CallType } }>;
const cases = TABLE.flatMap((row) => row.doors.map((door) => [door, row] as const));

it.each(cases)("%s is open to those of its row alone", async (door, { rights, input }) => {
  const things = await givenThings();
  const given = await input(things);
  const answers: Partial<Record<Caller, string>> = {};
  for (const caller of CALLERS) answers[caller] = await call(door, given, things.people[caller]);
  expect(mapRights(answers, answerOf), JSON.stringify(answers, null, 1)).toEqual(rights);
  const mayCall = CALLERS.some((caller) => rights[caller] === "ok");
  const isServed = Object.values(answers).some((answer) => answer.startsWith("2"));
  expect(isServed || !mayCall, "no one's call was served").toBe(true);
});

const mapRights = (answers: Partial<Record<Caller, string>>, map: (answer: string) => unknown) =>
  Object.fromEntries(CALLERS.map((caller) => [caller, map(answers[caller] ?? "")])) as Rights;

/** The thing's state, or what a file says, may refuse what the caller may ask for. */
const answerOf = (answer: string): Answer | string => {
  const status = Number(answer.split(" ", 1));
  if (status < 300 || status === 409 || status === 422) return "ok";
  return [401, 403, 404].includes(status) ? (status as Answer) : answer;
};

/** @returns the status, and the reason of a refusal */
async function call(
  door: string,
  given: Readonly<Record<string, unknown>>,
  person: Things["people"][Caller],
): Promise<string> {
  const headers = {
    "idempotency-key": newKey(),
    // Of a webhook that was not signed.
    "webhook-id": newKey(),
    ...(person && { authorization: person.authorization }),
  };
  const type = procedures[door]?._def.type;
  const request = type ? procedureRequest(door, type, given) : routeRequest(door, given);
  const closing = new AbortController();
  const response = await app.request(request.path, {
    ...{ method: request.method, signal: closing.signal },
    headers: {
      ...headers,
      ...(request.body !== undefined && { "content-type": typeOf(request.body) }),
      ...(given.headers as Readonly<Record<string, string>> | undefined),
    },
    ...(request.body !== undefined && { body: request.body }),
  });
  const text = type === "subscription" ? await firstNews(response) : await response.text();
  closing.abort();
  const status = /"httpStatus":(\d+)/.exec(text)?.[1] ?? response.status;
  return `${status} ${/"reason":"(\w+)"/.exec(text)?.[1] ?? ""}`.trim();
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

const typeOf = (body: string | Uint8Array) => (typeof body === "string" ? "application/json" : "image/jpeg");

function procedureRequest(name: string, type: CallType, given: object): Sent {
  const path = `/api/trpc/${name}`;
  const input = JSON.stringify(given);
  return type === "mutation"
    ? { method: "POST", path, body: input }
    : { method: "GET", path: `${path}?input=${encodeURIComponent(input)}` };
}

function routeRequest(door: string, given: Readonly<Record<string, unknown>>): Sent {
  const [method = "", pattern = ""] = door.split(" ");
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(given[name])));
  // A call that takes no JSON is given its body as it is.
  if (given.body instanceof Uint8Array) return { method, path, body: new Uint8Array(given.body) };
  const rest = Object.entries(given).filter(([name]) => !names.includes(name));
  if (method !== "GET") return { method, path, body: JSON.stringify(Object.fromEntries(rest)) };
  const query = new URLSearchParams(rest.map(([name, value]) => [name, String(value)]));
  return { method, path: `${path}?${query}` };
}

/** What a stream tells first that is more than that it is there. */
async function firstNews({ body }: Response): Promise<string> {
  let text = "";
  for await (const chunk of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (
      /^event: serialized-error[\s\S]*\n\n/m.test(text) ||
      /^data: \{"(kind|id|unread|version)"/m.test(text)
    )
      break;
  }
  return text;
}
