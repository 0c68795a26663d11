import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Starts a program of this folder as a process of its own. */
export const startChild = (file: string, env: Readonly<Record<string, string>> = {}): ChildProcess =>
  fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...env },
    execArgv: [],
    serialization: "advanced",
  });

/** Sends a message to a process and waits for its next one. */
export async function ask<T>(child: ChildProcess, message: object | string): Promise<T> {
  const answer = once(child, "message");
  const died = once(child, "exit").then(() =>
    Promise.reject(new Error("a process of the bench ended early")),
  );
  died.catch(() => {});
  child.send(message);
  const [told] = await Promise.race([answer, died]);
  return told as T;
}

/** Ends a process, and waits until it has ended. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
