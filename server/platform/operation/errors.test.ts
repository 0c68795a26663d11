import { describe, expect, it } from "vitest";
import {
  AppError,
  defineErrors,
  ERROR_CODES,
  errorRegistry,
  platformErrors,
  restoreError,
} from "./errors.ts";

const bakery = defineErrors("bakery", {
  oven_cold: { status: 503, retry: "later", message: "The oven is cold.", retryAfterSeconds: 90 },
  bread_gone: { status: 409, retry: "no", message: "{left} of {wanted} {kind} are left." },
  loaf_burnt: { status: 422, retry: "no", message: "Burnt." },
});

/** As an idempotency row or a message keeps it. */
const throughJson = (kept: Parameters<typeof restoreError>[0]) =>
  restoreError(JSON.parse(JSON.stringify(kept)));

describe("a refusal", () => {
  it("is an error that says who, why and with which numbers", () => {
    const params = { left: 1, wanted: 3, kind: "loaves" };
    const refusal = bakery.bread_gone(params);
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).toMatchObject({
      name: "AppError",
      reason: "bread_gone",
      status: 409,
      retry: "no",
      params,
    });
    expect(refusal.message).toBe("1 of 3 loaves are left.");
  });

  it("says a zero and a no, and leaves out what it was not given", () => {
    expect(bakery.bread_gone({ left: 0, wanted: false, kind: null }).message).toBe("0 of false  are left.");
    expect(bakery.bread_gone().message).toBe(" of   are left.");
  });

  it("puts what it was given into the sentence as it stands, and once", () => {
    const { message } = bakery.bread_gone({ left: "$&", wanted: "{kind}", kind: "$1" });
    expect(message).toBe("$& of {kind} $1 are left.");
  });

  it("has the code of its status, and the finer statuses share one, so that the contract's list stays closed", () => {
    expect(bakery.oven_cold().code).toBe("503_SERVICE_UNAVAILABLE");
    expect(bakery.bread_gone().code).toBe("409_CONFLICT");
    expect(bakery.loaf_burnt().code).toBe("422_UNPROCESSABLE");
    const { 405: wrongMethod, 413: tooLarge, 415: wrongType, ...own } = ERROR_CODES;
    expect([wrongMethod, tooLarge, wrongType]).toEqual([own[400], own[400], own[400]]);
    const codes = Object.entries(own);
    expect(new Set(codes.map(([, code]) => code)).size).toBe(codes.length);
    for (const [status, code] of codes) expect(code).toMatch(new RegExp(`^${status}_[A-Z_]+$`));
  });

  it("says when to come back: its own seconds, else its declaration's, else nothing", () => {
    expect(bakery.oven_cold().retryAfterSeconds).toBe(90);
    expect(bakery.oven_cold({}, { retryAfterSeconds: 5 }).retryAfterSeconds).toBe(5);
    expect(bakery.oven_cold({}, { retryAfterSeconds: 0 }).retryAfterSeconds).toBe(0);
    expect(bakery.bread_gone().retryAfterSeconds).toBeUndefined();
  });

  it("is a new one each time, and its factory knows the reason without making one", () => {
    expect(bakery.loaf_burnt()).not.toBe(bakery.loaf_burnt());
    expect(bakery.loaf_burnt.reason).toBe("loaf_burnt");
  });
});

describe("the registry", () => {
  it("knows every refusal with its domain", () => {
    expect(errorRegistry.get("oven_cold")).toMatchObject({
      domain: "bakery",
      reason: "oven_cold",
      status: 503,
    });
    for (const reason of Object.keys(platformErrors))
      expect(errorRegistry.get(reason)).toMatchObject({ domain: "platform", reason });
  });

  it("refuses a reason that another domain declared, and leaves it as it was", () => {
    const stolen = { oven_cold: { status: 400, retry: "no", message: "Mine." } } as const;
    expect(() => defineErrors("pottery", stolen)).toThrow(
      "reason oven_cold is declared by bakery and pottery",
    );
    expect(errorRegistry.get("oven_cold")).toMatchObject({ domain: "bakery", status: 503 });
  });

  it("lets a domain be loaded twice, as a development server does", () => {
    const twice = () => defineErrors("kiosk", { sold_out: { status: 409, retry: "no", message: "Gone." } });
    twice();
    expect(twice().sold_out()).toMatchObject({ reason: "sold_out", status: 409 });
  });
});

describe("a refusal that was kept", () => {
  it("comes back with its sentence, its numbers, its seconds and its trace", () => {
    const { reason, params, message } = bakery.bread_gone({ left: 1, wanted: 3, kind: "loaves" });
    const restored = throughJson({ reason, params, retryAfterSeconds: 7, traceId: "ab".repeat(16) });
    expect(restored).toBeInstanceOf(AppError);
    expect(restored).toMatchObject({
      reason,
      params,
      message,
      status: 409,
      code: "409_CONFLICT",
      retry: "no",
    });
    expect(restored).toMatchObject({ retryAfterSeconds: 7, traceId: "ab".repeat(16) });
  });

  it("has the declaration's seconds where none were kept", () => {
    expect(throughJson({ reason: "oven_cold", params: {} })).toMatchObject({
      retryAfterSeconds: 90,
      traceId: undefined,
    });
  });

  it.each(["retired_last_year", "__proto__", "constructor", ""])(
    "becomes internal when no domain declares %j any more, and tells nothing",
    (reason) => {
      const restored = throughJson({ reason, params: { secret: "s3cret" }, traceId: "cd".repeat(16) });
      expect(restored).toMatchObject({ reason: "internal", status: 500, code: "500_INTERNAL" });
      expect(restored.params).toEqual({});
      expect(restored.message).not.toContain("s3cret");
    },
  );
});
