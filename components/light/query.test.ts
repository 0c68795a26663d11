import { beforeEach, describe, expect, it, vi } from "vitest";

/** A browser's address and its history, as far as a light page uses them. */
function browserAt(address: string) {
  const entries = [new URL(address)];
  let at = 0;
  const back: (() => void)[] = [];
  const scrolled: number[] = [];
  const put = (target: URL) => entries.splice(at, entries.length, target);
  const browser = {
    history: {
      pushState: (_state: unknown, _title: string, target: URL) => {
        at++;
        put(target);
      },
      replaceState: (_state: unknown, _title: string, target: URL) => void put(target),
    },
    addEventListener: (name: string, act: () => void) => name === "popstate" && back.push(act),
    scrollTo: (_left: number, top: number) => scrolled.push(top),
  };
  for (const [name, value] of Object.entries(browser)) vi.stubGlobal(name, value);
  const place = { get: (_: unknown, name: keyof URL) => entries[at]?.[name] };
  vi.stubGlobal("location", new Proxy({}, place));
  return {
    entries: () => entries.map(({ pathname, search }) => pathname + search),
    scrolled,
    goBack: () => {
      at--;
      for (const act of back) act();
    },
  };
}

const HERE = "https://shop.example/seller/events";

describe("another query of the page that is open", () => {
  let browser: ReturnType<typeof browserAt>;
  let query: typeof import("./query.ts");
  const seen: string[] = [];
  beforeEach(async () => {
    vi.resetModules();
    browser = browserAt(`${HERE}?status=DRAFT`);
    query = await import("./query.ts");
    seen.length = 0;
    return vi.unstubAllGlobals;
  });
  const follow = () => query.followQuery(() => void seen.push(location.search));

  it("is shown in place, and again on the way back", () => {
    follow();
    expect(query.showQuery("/seller/events?status=PUBLISHED", {})).toBe(true);
    expect(query.showQuery("?search=a", {})).toBe(true);
    browser.goBack();
    expect(seen).toEqual(["?status=PUBLISHED", "?search=a", "?status=PUBLISHED"]);
    expect(browser.entries()).toHaveLength(3);
  });

  it("takes the place of the address before it where it is asked to, or is that address", () => {
    follow();
    expect(query.showQuery("?search=a", { replace: true })).toBe(true);
    expect(query.showQuery("/seller/events?search=a", {})).toBe(true);
    expect(browser.entries()).toEqual(["/seller/events?search=a"]);
  });

  it("begins at the top, unless it is not to scroll", () => {
    follow();
    query.showQuery("?search=a", { scroll: false });
    expect(browser.scrolled).toEqual([]);
    query.showQuery("?search=b", {});
    expect(browser.scrolled).toEqual([0]);
  });

  it("is left to the browser where nothing of the page reads it there", () => {
    follow()();
    expect(query.showQuery("?search=a", {})).toBe(false);
    expect(browser.entries()).toEqual(["/seller/events?status=DRAFT"]);
  });

  it.each(["/seller/events/new", "https://other.example/seller/events", "/seller/events#content"])(
    "%s is left to the browser",
    (href) => {
      follow();
      expect(query.showQuery(href, {})).toBe(false);
      expect(seen).toEqual([]);
    },
  );
});
