import { readdirSync, readFileSync } from "node:fs";

/** What a part of the system has taken of the machine so far, and holds of its memory now. */
export interface Part {
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** Ticks of the kernel's clock in a second: the same on every Linux that is not built for something special. */
const TICKS = 100;

/** The processes below this one by what they are; `pids` names those that are node processes. Linux alone tells. */
export function partsOf(pids: Readonly<Record<string, readonly number[]>>): Record<string, Part> {
  const named = new Map(
    Object.entries(pids).flatMap(([name, all]) => all.map((pid) => [pid, name] as const)),
  );
  const parts: Record<string, Part> = {};
  for (const pid of descendants()) {
    const name = named.get(pid) ?? serverOf(pid);
    if (!name) continue;
    const { cpuSeconds = 0, megabytes = 0 } = parts[name] ?? {};
    const own = partOf(pid);
    parts[name] = {
      cpuSeconds: cpuSeconds + own.cpuSeconds,
      megabytes: megabytes + own.megabytes,
    };
  }
  return parts;
}

const read = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    // It has ended meanwhile.
    return "";
  }
};

/** The fields of a process's line after its name, which may have spaces and brackets in it. */
const fieldsOf = (pid: number): string[] => read(pid, "stat").split(") ").at(-1)?.split(" ") ?? [];

const parentOf = (pid: number): number => Number(fieldsOf(pid)[1]);

function descendants(): number[] {
  const all = readdirSync("/proc").map(Number).filter(Number.isInteger);
  const parents = new Map(all.map((pid) => [pid, parentOf(pid)]));
  const isOurs = (pid: number | undefined): boolean =>
    pid === process.pid || (pid !== undefined && pid > 1 && isOurs(parents.get(pid)));
  return all.filter((pid) => pid !== process.pid && isOurs(pid));
}

function serverOf(pid: number): string | undefined {
  const name = read(pid, "comm").trim();
  if (name === "postgres") return "Postgres";
  return name.startsWith("redis") || name.startsWith("valkey") ? "Redis" : undefined;
}

function partOf(pid: number): Part {
  const fields = fieldsOf(pid);
  // Those of its own, and those of its children that have ended.
  const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field] ?? 0), 0);
  // What is shared is counted for no one: Postgres's buffers would be counted for each of its connections.
  const kilobytes = Number(/RssAnon:\s+(\d+)/.exec(read(pid, "status"))?.[1] ?? 0);
  return { cpuSeconds: ticks / TICKS, megabytes: kilobytes / 1024 };
}
