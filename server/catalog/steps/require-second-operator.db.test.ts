import { expect, it, vi } from "vitest";
import { given } from "../../testing/given.ts";
import { requireSecondOperator } from "./require-second-operator.ts";

vi.hoisted(() => vi.stubEnv("APPROVE_CLOSING", "on"));

it("holds operators back, and no seller", async () => {
  const [admin, seller] = [await given.person("ADMIN"), await given.person("SELLER")];
  expect(() => requireSecondOperator(admin.ctx())).toThrow("second operator");
  expect(() => requireSecondOperator(seller.ctx())).not.toThrow();
});
