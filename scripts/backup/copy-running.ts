import { chown, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type postgres from "postgres";
import type { z } from "zod";
import { About } from "./bases.ts";
import { type Copying, copyTree } from "./copy-tree.ts";

/** What a server makes again at its start, by PostgreSQL's manual, "Backing Up the Data Directory". */
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map|(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.*)$|(^|\/)(pgsql_tmp|pg_internal\.init)[^/]*$/;

/**
 * Copies the files of a running server by PostgreSQL's low-level interface, since the package of the embedded one has no
 * pg_basebackup. Where the server archives its log, it comes back when what the copy needs is in the archive.
 * @param sql - one connection, for the superuser
 */
export async function copyRunning(
  sql: postgres.Sql,
  from: string,
  to: string,
  owner?: Copying["owner"],
): Promise<z.infer<typeof About>> {
  const [begun] = await sql`
    select pg_walfile_name(pg_backup_start('seonchak', fast => true)) as first_wal`;
  await copyTree(from, to, { isLeftOut: (path) => LEFT_OUT.test(path), owner });
  const [ended] = await sql`select labelfile, clock_timestamp() as at from pg_backup_stop()`;
  const label = join(to, "backup_label");
  await writeFile(label, ended?.labelfile, { mode: 0o600, flush: true });
  if (owner) await chown(label, owner.uid, owner.gid);
  return About.parse({ endedAt: ended?.at.toISOString(), firstWal: begun?.first_wal });
}
