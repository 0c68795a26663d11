import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import type { z } from "zod";

/**
 * A page about one thing, whose id its address has as `param`; an address with anything else leads nowhere.
 * @param find - ends in the page for what is not there, where the public may know whether there is such a thing
 */
export const idPage =
  <P extends string, I>(
    param: P,
    schema: z.ZodType<I>,
    view: (id: I) => ReactNode,
    find?: (id: I) => Promise<unknown>,
  ) =>
  async ({ params }: { params: Promise<Record<P, string>> }) => {
    const parsed = schema.safeParse((await params)[param]);
    if (!parsed.success) return notFound();
    await find?.(parsed.data);
    return view(parsed.data);
  };
