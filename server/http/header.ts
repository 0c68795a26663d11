import type { Context } from "hono";

/** A request's header. Node's own object is asked where there is one: a `Headers` is not made for every request. */
export const headerOf = (c: Context, name: string): string | undefined => {
  const value: string | string[] | undefined = c.env?.incoming?.headers[name];
  return c.env?.incoming ? String(value ?? "") || undefined : c.req.header(name);
};

/** Whether the request only asks. */
export const isRead = (c: Context): boolean => c.req.method === "GET" || c.req.method === "HEAD";

/** Whether a body comes with the request. */
export const hasBody = (c: Context): boolean =>
  c.env?.incoming
    ? Number(headerOf(c, "content-length") ?? 0) > 0 || headerOf(c, "transfer-encoding") !== undefined
    : c.req.raw.body !== null;
