import { expect, it } from "vitest";
import { downloads } from "../downloads.ts";
import { createApp } from "../http/app.ts";
import { appRouter } from "../router.ts";
import { TABLE } from "./rights-table.ts";

const app = createApp();
const EXPORTS = "/api/exports/:list";

/** Every door of the API: tRPC procedures by name, all else by method and path. */
function allDoors(): string[] {
  const paths = app.routes
    .filter(({ method }) => method !== "ALL")
    .flatMap(({ method, path }) =>
      path === EXPORTS
        ? Object.keys(downloads).map((list) => `${method} ${path.replace(":list", list)}`)
        : `${method} ${path}`,
    );
  return [...Object.keys(appRouter._def.procedures), ...new Set(paths)];
}

it("has a row for every procedure and route", () => {
  const known = new Set(TABLE.flatMap(({ doors }) => doors));
  const doors = allDoors();
  const missing = doors.filter((door) => !known.has(door));
  expect(missing, "these need a row in TABLE of server/testing/rights-table.ts: who may call them?").toEqual(
    [],
  );
  const gone = [...known].filter((door) => !doors.includes(door));
  expect(gone, "these rows of server/testing/rights-table.ts are of doors that are gone").toEqual([]);
});

it("has no other way into the API that takes every method", () => {
  const paths = app.routes.filter(({ method }) => method === "ALL").map(({ path }) => path);
  const withRow = new Set(allDoors().map((door) => door.split(" ").at(-1)));
  expect([...new Set(paths)].filter((path) => !withRow.has(path)).sort()).toEqual(["/*", "/api/trpc/:path"]);
});
