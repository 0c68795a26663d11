import { expect, it, vi } from "vitest";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { requireSecondOperator } from "./require-second-operator.ts";

vi.hoisted(() => vi.stubEnv("APPROVE_REFUNDS_ABOVE", "60000"));

it("holds operators back, and not the command of the shop's owner", async () => {
  const admin = await given.person("ADMIN");
  expect(() => requireSecondOperator(admin.ctx())).toThrow("second operator");
  expect(() => requireSecondOperator(systemContext("make-admin"))).not.toThrow();
});
