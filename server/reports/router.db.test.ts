import { expect, it } from "vitest";
import { createApp } from "../http/app.ts";
import type { Role } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { clients } from "../testing/clients.ts";
import { reportsRouter } from "./router.ts";

const app = createApp();
const names = Object.keys(reportsRouter._def.procedures);

/** The inputs of those that need one. */
const INPUTS: Readonly<Record<string, object>> = { find: { text: "x" }, order: { id: newId("order") } };

async function statusFor(name: string, role: Role | undefined): Promise<number> {
  const [client] = role ? await clients(1, role) : [];
  const input = encodeURIComponent(JSON.stringify(INPUTS[name] ?? {}));
  const response = await app.request(`/api/trpc/reports.${name}?input=${input}`, {
    headers: client ? { authorization: client.authorization } : {},
  });
  return response.status;
}

it.each(names)("%s is for administrators alone", async (name) => {
  const refused = await Promise.all(
    ([undefined, "USER", "SELLER"] as const).map((role) => statusFor(name, role)),
  );
  expect(refused).toEqual([401, 403, 403]);
  expect([200, 404]).toContain(await statusFor(name, "ADMIN"));
});
