import { afterAll } from "vitest";
import { closeAll } from "#server/platform/concurrency/singleton.ts";
import { makeReadyForNextFile } from "./next-file.ts";

const environment = { ...process.env };

afterAll(async () => {
  await closeAll();
  makeReadyForNextFile(environment);
});
