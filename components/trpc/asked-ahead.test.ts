import { dehydrate, hydrate, QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { asAskedHere } from "./asked-ahead.tsx";

afterEach(() => void vi.useRealTimers());

/** What a page has of answers that the server asked for an hour later by its clock. */
async function received(): Promise<QueryClient> {
  const server = new QueryClient();
  vi.useFakeTimers({ now: Date.now() + 3_600_000 });
  server.setQueryData(["stock"], { left: null });
  await server.prefetchInfiniteQuery({
    queryKey: ["list"],
    queryFn: () => ["a"],
    initialPageParam: undefined,
    getNextPageParam: () => undefined,
  });
  vi.useRealTimers();
  const page = new QueryClient();
  hydrate(page, asAskedHere(JSON.parse(JSON.stringify(dehydrate(server)))));
  return page;
}

it("asks for the first page of a list again as it was asked for, without a cursor", async () => {
  const page = await received();
  expect(page.getQueryData(["list"])).toEqual({ pages: [["a"]], pageParams: [undefined] });
  expect(page.getQueryData(["stock"])).toEqual({ left: null });
});

it("takes no answer that came with the page for newer than what is learned on it", async () => {
  const page = await received();
  for (const key of ["stock", "list"])
    expect(page.getQueryState([key])?.dataUpdatedAt).toBeLessThanOrEqual(Date.now());
});
