import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import type { z } from "zod";

/**
 * A page about one thing, whose id is the address's `param`; any other value of it gives the not-found page.
 * @param find - gives the not-found page when the thing does not exist, for things whose existence is public
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
