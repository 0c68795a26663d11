import { expect, it } from "vitest";
import type { AppContext } from "./context.ts";
import { defineErrors, platformErrors } from "./errors.ts";
import { checkDeclared, onUndeclaredRefusal } from "./undeclared-refusals.ts";

const errors = defineErrors("undeclared-refusals.test", {
  named: { status: 409, retry: "no", message: "Named." },
  forgotten: { status: 409, retry: "no", message: "Forgotten." },
});
const operation = { id: "test.operation", refuses: [errors.named] };

it("hears of a refusal that its operation does not name, and of no other", () => {
  const heard: string[] = [];
  onUndeclaredRefusal((_, id, reason) => heard.push(`${id} ${reason}`));
  for (const { reason } of [errors.named, errors.forgotten, platformErrors.not_found])
    checkDeclared({} as AppContext, operation, reason);
  expect(heard).toEqual(["test.operation forgotten"]);
});
