import Link from "next/link";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import type { Id } from "#server/platform/values/ids.ts";

/** The order number of an order, which leads to its report. */
export function OrderLink({ id }: { id: Id<"order"> }) {
  return (
    <Link href={`/admin/orders/${id}`} className="font-mono text-[0.8125rem]">
      {shortCodeOf(id)}
    </Link>
  );
}
