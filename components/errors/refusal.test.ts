import { describe, expect, it } from "vitest";
import { readRefusal } from "./refusal.ts";

describe("readRefusal", () => {
  it("takes reason, numbers and trace from a tRPC error", () => {
    const error = Object.assign(new Error("x"), {
      data: {
        reason: "insufficient_stock",
        params: { wanted: 3, left: 1 },
        retryAfterSeconds: 2,
        traceId: "t1",
      },
    });
    expect(readRefusal(error)).toEqual({
      reason: "insufficient_stock",
      params: { wanted: 3, left: 1 },
      retryAfterSeconds: 2,
      traceId: "t1",
    });
  });

  it("takes the same from a problem+json body", () => {
    expect(readRefusal({ status: 429, reason: "rate_limited", traceId: "t2" }).reason).toBe("rate_limited");
  });

  it("tells a lost connection from an unknown fault", () => {
    expect(readRefusal(new Error("x", { cause: new TypeError("Failed to fetch") })).reason).toBe("network");
    expect(readRefusal(new Error("boom")).reason).toBe("unknown");
  });
});
