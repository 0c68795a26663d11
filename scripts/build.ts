import { fileURLToPath } from "node:url";
import { buildIfStale } from "./services/build.ts";
import { StartFailure } from "./services/failure.ts";
import { terminalProgress } from "./services/progress.ts";

// Builds the pages ahead of the first start, as an image does.
const progress = terminalProgress();
const stopped = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopped.abort());

try {
  await buildIfStale({
    root: fileURLToPath(new URL("..", import.meta.url)),
    env: process.env,
    signal: stopped.signal,
    onBuild: () => progress.step("Building the pages"),
    onWait: () => progress.step("Another copy builds the pages; waiting for it"),
  });
  progress.step("The pages are built");
} catch (error) {
  if (!(error instanceof StartFailure) && !stopped.signal.aborted) throw error;
  if (error instanceof StartFailure) progress.fail(error.message);
  process.exitCode = 1;
}
