import { expect, it, vi } from "vitest";
import { newTraceId } from "../../platform/operation/context.ts";
import { alertWebhook } from "./alert-webhook.ts";

// Hoisted above the imports, whose modules read the settings as they load.
vi.hoisted(() => vi.stubEnv("ALERT_WEBHOOK_URL", "https://127.0.0.1:9/hooks/confidential"));

it("calls no private address, and keeps its own address to itself", async () => {
  const message = { id: "transmission_1", type: "Alert", aggregateId: "alert_1", body: "{}" };
  const delivered = await alertWebhook.deliver(
    { ...message, traceId: newTraceId() },
    new AbortController().signal,
  );
  expect(delivered.outcome).toBe("blocked");
  expect(JSON.stringify(delivered)).not.toContain("confidential");
});
