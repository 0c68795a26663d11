import { describe, expect, it } from "vitest";
import { deviceOf } from "./device-name.ts";

describe("deviceOf", () => {
  it("tells browsers apart that call themselves by others' names", () => {
    const edge =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Safari/537.36 Edg/128.0";
    expect(deviceOf(edge)).toEqual({ browser: "Edge", system: "Windows" });
    const iphone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
    expect(deviceOf(iphone)).toEqual({ browser: "Safari", system: "iPhone" });
  });

  it("says nothing about a client it does not know", () => {
    expect(deviceOf("curl/8.5.0")).toBeNull();
    expect(deviceOf(null)).toBeNull();
  });
});
