import Link from "next/link";
import { classNames } from "../../ui/class-names.ts";

/** The operators' pages of things, by the prefix of their ids. */
const PAGES: Readonly<Record<string, string>> = {
  order: "/admin/orders",
  event: "/admin/events",
  seat_map: "/admin/seat-maps",
  transmission: "/admin/transmissions",
  user: "/admin/people",
  integration_session: "/admin/integration",
};

/** An id, which leads to the page of its thing where operators have one. */
export function IdLink({ id, className }: { id: string; className?: string }) {
  const page = PAGES[/^([a-z_]+)_[0-9a-z]{26}$/.exec(id)?.[1] ?? ""];
  const styles = classNames("break-all font-mono text-[0.8125rem]", className);
  if (!page) return <span className={styles}>{id}</span>;
  return (
    <Link href={`${page}/${id}`} className={styles}>
      {id}
    </Link>
  );
}
