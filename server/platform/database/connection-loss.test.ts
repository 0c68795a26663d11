import { expect, it } from "vitest";
import { endsConnection, isConnectionLoss } from "./connection-loss.ts";

const error = (code: unknown, severity?: string) => Object.assign(new Error("failed"), { code, severity });

it.each<[string, unknown, { loss: boolean; ends: boolean }]>([
  ["postgres.js's closed connection", error("CONNECTION_CLOSED"), { loss: true, ends: true }],
  ["a socket that was reset", error("ECONNRESET"), { loss: true, ends: true }],
  ["a broken pipe", error("EPIPE"), { loss: true, ends: true }],
  ["a shutdown by an administrator", error("57P01", "FATAL"), { loss: true, ends: true }],
  ["a transaction that was silent for too long", error("25P03", "FATAL"), { loss: true, ends: true }],
  ["a statement that took too long", error("57014", "ERROR"), { loss: true, ends: false }],
  ["too many connections", error("53300", "FATAL"), { loss: true, ends: true }],
  ["a wrong password", error("28P01", "FATAL"), { loss: false, ends: true }],
  ["a duplicate key", error("23505", "ERROR"), { loss: false, ends: false }],
  ["an error whose code is a number", error(8), { loss: false, ends: false }],
  ["no error", "CONNECTION_CLOSED", { loss: false, ends: false }],
])("%s", (_, given, { loss, ends }) => {
  expect([isConnectionLoss(given), endsConnection(given)]).toEqual([loss, ends]);
});

it("is found among the causes of an error", () => {
  expect(isConnectionLoss(new Error("query failed", { cause: error("ECONNREFUSED") }))).toBe(true);
});
