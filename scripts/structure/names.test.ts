import { expect, it } from "vitest";
import { goneNames, nameProblems } from "./names.ts";

const goneIn = (text: string) =>
  goneNames("page.md", text, {
    has: (identifier) => identifier === "endUnpaidOrders",
    hasCall: (name) => name === "queue.mine",
    hasFile: (path) => path === "server/holds/store.ts",
  });

it.each([
  "`endRaffles`",
  "`endRaffles()`",
  "`raffle.mine`",
  "`server/raffle/store.ts`",
  "`app/(shop)/[id]/page.tsx`",
])("names %s, which the code lost, and where it stands", (name) => {
  expect(goneIn(`One.\nTwo ${name}.`)).toEqual([
    `page.md:2 names ${name}, which is nowhere in the code. Name what it is called now, or say it in words.`,
  ]);
});

it.each([
  "`endUnpaidOrders` and `queue.mine` in `server/holds/store.ts`",
  "endRaffles without backticks",
  "`compose.yaml`, `server/<domain>/commands/`, `id.timestamp.body`, `{sessionId}`, `text/plain`, `e2e/**/*.spec.ts`",
  "```ts\n`endRaffles`\n```",
])("leaves %s alone", (text) => {
  expect(goneIn(text)).toEqual([]);
});

it("finds no such name in this project's pages", () => {
  expect(nameProblems(".")).toEqual([]);
});
