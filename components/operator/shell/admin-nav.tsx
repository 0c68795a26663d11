"use client";
import { useQuery } from "@tanstack/react-query";
import { Menu, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { NavLink } from "../../shell/nav-link.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { useViewer } from "../../trpc/use-viewer.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { type Tone, toneStyles } from "../../ui/tone.ts";
import { adminPlaces } from "./admin-places.ts";

const ALERTS_EVERY_MS = 5000;
const SHIPPING_EVERY_MS = 30_000;

/**
 * Links to the operators' pages with the number of alerts that no one looks after; empty for other people. Beside the page on a wide
 * screen, and behind a button on a narrow one.
 */
export function AdminNav() {
  const t = useTranslations("admin");
  const viewer = useViewer();
  const path = usePathname();
  const listId = useId();
  // The menu was opened on one page, and is closed on the next.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const open = openOn === path;
  if (viewer.data?.role !== "ADMIN") return <nav aria-label={t("navigation")} />;
  return (
    <nav aria-label={t("navigation")} className="lg:sticky lg:top-4 lg:self-start print:hidden">
      <Button
        look="secondary"
        className="lg:hidden"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpenOn(open ? null : path)}
      >
        {open ? <X aria-hidden="true" /> : <Menu aria-hidden="true" />} {t("menu")}
      </Button>
      <div
        id={listId}
        className={`grid-cols-2 gap-x-4 gap-y-3 max-lg:mt-3 max-lg:rounded-lg max-lg:border max-lg:border-line max-lg:bg-surface max-lg:p-3 lg:grid lg:grid-cols-1 ${open ? "grid" : "hidden"}`}
      >
        {adminPlaces.map(({ group, places }) => (
          <section key={group} aria-label={t(`groups.${group}`)}>
            <p aria-hidden="true" className="field-name px-3 py-1 text-sm">
              {t(`groups.${group}`)}
            </p>
            <ul>
              {places.map(({ href, name }) => (
                <li key={href}>
                  <NavLink href={href} place="side">
                    {t(`places.${name}`)}
                    {name === "alerts" && <FiringCount />}
                    {name === "shipping" && <UnsentCount />}
                  </NavLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}

function FiringCount() {
  const t = useTranslations("admin");
  const trpc = useTRPC();
  const { data: alerts } = useQuery(
    trpc.alerts.list.queryOptions({}, { refetchInterval: ALERTS_EVERY_MS, staleTime: 0 }),
  );
  const count = alerts?.filter(({ acknowledged }) => !acknowledged).length ?? 0;
  return <Count count={count} text={t("firing", { count })} tone="danger" />;
}

/** The parcels that wait to be sent; marked where some may come too late. */
function UnsentCount() {
  const t = useTranslations("admin");
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.reports.shippingCounts.queryOptions({}, { refetchInterval: SHIPPING_EVERY_MS, staleTime: 0 }),
  );
  if (!data) return null;
  const { unsent, urgent } = data;
  return (
    <Count count={unsent} text={t("unsent", { unsent, urgent })} tone={urgent > 0 ? "warning" : "neutral"} />
  );
}

interface CountProps {
  count: number;
  /** What is counted, for screen readers. */
  text: string;
  tone: Tone;
}

/** A number beside a link; empty for none. */
function Count({ count, text, tone }: CountProps) {
  if (count === 0) return null;
  return (
    <span
      className={classNames(
        "numerals ml-1.5 rounded-full border px-2 font-bold text-xs leading-5",
        toneStyles[tone],
      )}
    >
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
