import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { callProblems, callsIn } from "./calls.ts";

const pageOf = (...rows: string[]) =>
  `# HTTP\n\n## Calls\n\n| call | answer |\n|---|---|\n${rows.join("\n")}\n\n## Calls not built yet\n\n| call |\n|---|\n| GET \`/api/seats\` |\n`;

it("reads methods, paths, and what … stands for", () => {
  const page = pageOf(
    "| GET, DELETE `/api/holds/{holdId}` | 200, GET `/api/none` |",
    "| GET `/api/events?status=`, `…/{eventId}` with its sessions; POST `…/{eventId}/ask` `{reason}` + key | admin |",
    "| PATCH `/api/events/{eventId}` `{title?}`, `/api/sessions/{id}` `{price?}` | owner |",
  );
  expect([...callsIn(page)]).toEqual([
    "GET /api/holds/{holdId}",
    "DELETE /api/holds/{holdId}",
    "GET /api/events",
    "GET /api/events/{eventId}",
    "POST /api/events/{eventId}/ask",
    "PATCH /api/events/{eventId}",
    "PATCH /api/sessions/{id}",
  ]);
});

it("names a call that has no row, or only one among those that are not built yet", () => {
  const root = mkdtempSync(join(tmpdir(), "seonchak-calls-"));
  mkdirSync(join(root, "docs/spec"), { recursive: true });
  mkdirSync(join(root, "docs/generated"));
  writeFileSync(join(root, "docs/spec/http-api.md"), pageOf("| GET `/api/events` | public |"));
  const paths = { "/api/events": { get: {}, post: {} }, "/api/seats": { get: {} } };
  writeFileSync(join(root, "docs/generated/openapi.json"), JSON.stringify({ paths }));
  expect(callProblems(root)).toEqual([
    expect.stringContaining("no row for POST /api/events."),
    expect.stringContaining("no row for GET /api/seats."),
  ]);
  rmSync(root, { recursive: true });
});

it("finds a row for each call of this project", () => {
  expect(callProblems(".")).toEqual([]);
});
