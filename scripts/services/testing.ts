import { spawn } from "node:child_process";
import { once } from "node:events";
import { until } from "#server/testing/until.ts";
import { type Identity, identityOf, isAlive } from "./identity.ts";

/** A killed process whose parent never reads its exit status, as in a container without an init. */
export async function givenZombie(): Promise<{ owner: Identity; end(): void }> {
  // The shell becomes a program that knows nothing of the child it has.
  const parent = spawn("sh", ["-c", "sleep 60 & echo $!; exec sleep 60"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = (await once(parent.stdout, "data")) as [Buffer];
  const owner = identityOf(Number(line));
  process.kill(owner.pid, "SIGKILL");
  await until(() => !isAlive(owner.pid));
  return { owner, end: () => void parent.kill("SIGKILL") };
}
