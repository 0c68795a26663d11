import { createTRPCClient, httpBatchLink, httpLink } from "@trpc/client";
import { describe, expect, it } from "vitest";
import type { AppRouter } from "#server/router.ts";
import { NotArrivedError, NotSentError } from "../http/sending.ts";
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

  it.each([httpLink, httpBatchLink])(
    "takes it from a call that was refused before it ran (%#)",
    async (link) => {
      const problem = { status: 503, reason: "unavailable", params: {}, traceId: "t3" };
      const fetch = async () => Response.json(problem, { status: 503 });
      const client = createTRPCClient<AppRouter>({
        links: [link({ url: "http://shop.test/api/trpc", fetch })],
      });
      const error = await client.catalog.listEvents.query({}).catch((refusal: unknown) => refusal);
      expect(readRefusal(error)).toMatchObject({ reason: "unavailable", traceId: "t3" });
    },
  );

  it("tells what was never sent and what never arrived from an answer that was lost", () => {
    const why = (cause: Error) => readRefusal(new Error("x", { cause })).reason;
    expect(why(new NotSentError())).toBe("not_sent");
    expect(why(new NotArrivedError())).toBe("not_arrived");
    expect(why(new DOMException("too long", "TimeoutError") as Error)).toBe("network");
    expect(readRefusal(new NotSentError()).reason).toBe("not_sent");
  });

  it("tells a lost connection from an unknown fault", () => {
    expect(readRefusal(new Error("x", { cause: new TypeError("Failed to fetch") })).reason).toBe("network");
    expect(readRefusal(new Error("boom")).reason).toBe("unknown");
  });
});
