import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { until } from "./until.ts";

const DELIVERER = fileURLToPath(new URL("./deliverer.ts", import.meta.url));

/** Starts a worker in a process of its own, and kills it when it has come so far with a batch of this size. */
export async function killDelivererAt(
  stage: "claimed" | "answered",
  { receiverUrl, batchSize }: { readonly receiverUrl: string; readonly batchSize: number },
): Promise<void> {
  const child = fork(DELIVERER, {
    env: { ...process.env, STAGE: stage, RECEIVER_URL: receiverUrl },
    execArgv: [],
  });
  let told = 0;
  child.on("message", () => told++);
  try {
    await until(() => told === batchSize, { timeoutMs: 15_000 });
  } finally {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
}
