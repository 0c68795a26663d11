import { expect, test } from "../fixtures/test.ts";

/** A well-formed id that belongs to no row. */
const unknown = (kind: string) => `${kind}_00000000000000000000000000`;

const NOWHERE = [
  "/nowhere",
  "/events/nope",
  `/events/${unknown("event")}`,
  "/sessions/nope/queue",
  `/sessions/${unknown("event_session")}/queue`,
  `/sessions/${unknown("event_session")}/tickets`,
  "/me/orders/nope",
  "/checkout/nope",
  "/seller/connect/nope",
  "/sandbox/pay/x",
  "/sandbox/pay/x.y",
  "/admin/nowhere",
  "/admin/transmissions/nope",
  "/admin/integration/nope",
];

const PRIVATE = [
  `/me/orders/${unknown("order")}`,
  `/me/orders/${unknown("order")}/receipt`,
  `/orders/${unknown("order")}/pay`,
  `/orders/${unknown("order")}/pay/return`,
  `/orders/${unknown("order")}/result`,
  `/checkout/${unknown("hold")}`,
  `/seller/connect/${unknown("integration_session")}`,
];

const OF_ADMINS = [
  `/admin/transmissions/${unknown("transmission")}`,
  `/admin/integration/${unknown("integration_session")}`,
];

/** The statuses that differ from the one that is expected, by address. */
async function othersThan(
  status: number,
  paths: readonly string[],
  get: (path: string) => Promise<{ status(): number }>,
): Promise<Record<string, number>> {
  const others: Record<string, number> = {};
  for (const path of paths) {
    const got = (await get(path)).status();
    if (got !== status) others[path] = got;
  }
  return others;
}

test("an address that leads nowhere answers 404, for all who ask", async ({
  request,
  context,
  logInAsAdmin,
}) => {
  expect(await othersThan(404, NOWHERE, (path) => request.get(path))).toEqual({});
  await logInAsAdmin(context);
  expect(await othersThan(404, NOWHERE, (path) => context.request.get(path))).toEqual({});
});

test("what is not there answers 404 to who might see it, and to strangers as what is there", async ({
  request,
  context,
  logIn,
}) => {
  expect(await othersThan(200, [...PRIVATE, ...OF_ADMINS], (path) => request.get(path))).toEqual({});
  await logIn(context);
  expect(await othersThan(404, PRIVATE, (path) => context.request.get(path))).toEqual({});
  expect(await othersThan(200, OF_ADMINS, (path) => context.request.get(path))).toEqual({});
});

test("an operator's address of what is not there answers 404", async ({ context, logInAsAdmin }) => {
  await logInAsAdmin(context);
  expect(await othersThan(404, [...PRIVATE, ...OF_ADMINS], (path) => context.request.get(path))).toEqual({});
  expect((await context.request.get("/admin/transmissions")).status()).toBe(200);
});
