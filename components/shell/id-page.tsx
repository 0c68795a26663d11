import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import type { z } from "zod";

/** A page about one thing, whose id its address has as `param`; an address with anything else leads nowhere. */
export const idPage =
  <P extends string, I>(param: P, schema: z.ZodType<I>, view: (id: I) => ReactNode) =>
  async ({ params }: { params: Promise<Record<P, string>> }) => {
    const parsed = schema.safeParse((await params)[param]);
    return parsed.success ? view(parsed.data) : notFound();
  };
