import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { redis } from "#server/platform/redis/redis.ts";

/** Every table that has a row with this text anywhere, without regard to case. */
export async function tablesWith(text: string): Promise<string[]> {
  const tables = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`);
  const found: string[] = [];
  for (const { name } of tables) {
    const table = sql.identifier(name);
    const [row] = await db.execute(
      sql`select 1 from ${table} row where position(lower(${text}) in lower(row::text)) > 0 limit 1`,
    );
    if (row) found.push(name);
  }
  return found;
}

/** Every key of Redis that has this text in its name or in what it keeps. */
export async function keysWith(text: string): Promise<string[]> {
  const keys = await redis.keys("*");
  const found: string[] = [];
  for (const key of keys) {
    const kept = await contentsOf(key);
    if (`${key} ${JSON.stringify(kept)}`.toLowerCase().includes(text.toLowerCase())) found.push(key);
  }
  return found;
}

async function contentsOf(key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case "hash":
      return redis.hgetall(key);
    case "set":
      return redis.smembers(key);
    case "zset":
      return redis.zrange(key, "0", "-1");
    case "list":
      return redis.lrange(key, 0, -1);
    default:
      return redis.get(key);
  }
}
