import { describe, expect, it } from "vitest";
import { negotiateLocale } from "./locale.ts";

describe("negotiateLocale", () => {
  it("keeps the reader's own choice over the browser's", () => {
    expect(negotiateLocale("en", "ko-KR,ko;q=0.9")).toBe("en");
  });

  it("takes the language the browser likes best among those we speak", () => {
    expect(negotiateLocale(undefined, "fr-FR,en;q=0.7,ko;q=0.3")).toBe("en");
    expect(negotiateLocale(undefined, "en;q=0.4, ko-KR;q=0.9")).toBe("ko");
  });

  it("speaks Korean when nothing fits, or a language is refused", () => {
    expect(negotiateLocale("xx", null)).toBe("ko");
    expect(negotiateLocale(undefined, "en;q=0, de")).toBe("ko");
  });
});
