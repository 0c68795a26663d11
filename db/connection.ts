import postgres from "postgres";

const END_SECONDS = 5;

/** Runs `work` with one connection, whose statements any pooler understands, and closes it. */
export async function withOne<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, prepare: false, fetch_types: false, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: END_SECONDS });
  }
}
