import { expect, it } from "vitest";
import { describeError, explainError, kindOfError } from "./failure.ts";

const refused = Object.assign(new Error("connect ECONNREFUSED 10.0.0.7:8288"), { code: "ECONNREFUSED" });
const fetchFailed = new TypeError("fetch failed", { cause: refused });

/** As Drizzle wraps what Postgres refuses: the statement and its parameters are in the message. */
const failedQuery = (cause?: Error) =>
  Object.assign(new Error("Failed query: insert into users\nparams: buyer@example.com", { cause }), {
    query: "insert into users",
    params: ["buyer@example.com"],
  });
const fromPostgres = Object.assign(new Error('relation "users" does not exist'), {
  name: "PostgresError",
  code: "42P01",
});

it("says what caused a failure, not only that it failed", () => {
  expect(describeError(fetchFailed)).toMatchObject({
    ...{ name: "TypeError", message: "fetch failed" },
    causes: [{ name: "Error", message: "connect ECONNREFUSED 10.0.0.7:8288", errorCode: "ECONNREFUSED" }],
  });
  expect(explainError(fetchFailed)).toBe("fetch failed: connect ECONNREFUSED 10.0.0.7:8288");
  const both = new AggregateError([new Error("::1 refused"), refused], "");
  expect(explainError(new TypeError("fetch failed", { cause: both }))).toBe(
    "fetch failed: AggregateError: connect ECONNREFUSED 10.0.0.7:8288",
  );
});

it.each([
  ["alone", failedQuery(fromPostgres)],
  ["as the cause of another error", new Error("not kept", { cause: failedQuery(fromPostgres) })],
  ["with nothing behind it", failedQuery()],
])("keeps a failed query's text and parameters out, %s", (_, error) => {
  for (const words of [JSON.stringify(describeError(error)), explainError(error), kindOfError(error)])
    expect(words).not.toMatch(/buyer@example|insert into/);
});

it("names a failure's class without its values", () => {
  expect(kindOfError(failedQuery(fromPostgres))).toBe("PostgresError 42P01");
  expect(kindOfError(fetchFailed)).toBe("TypeError, Error ECONNREFUSED");
});

it("takes what is no error as it is", () => {
  expect(describeError({ name: "StepError", message: "no" })).toMatchObject({ message: "no" });
  expect(describeError("no")).toMatchObject({ message: "no" });
  expect(describeError(undefined).message).toBeTypeOf("string");
  const itself: Error & { cause?: unknown } = new Error("loop");
  itself.cause = itself;
  expect(describeError(itself).causes).toHaveLength(4);
});
