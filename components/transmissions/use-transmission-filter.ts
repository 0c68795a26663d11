"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { TransmissionFilter } from "#server/transmissions/contract.ts";

const FIELDS = ["status", "destination", "search"] as const;

/** What the list is narrowed to, kept in the address so that it can be sent to a colleague. */
export function useTransmissionFilter() {
  const params = useSearchParams();
  const router = useRouter();
  const path = usePathname();
  const given = Object.fromEntries(
    FIELDS.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])),
  );
  const parsed = TransmissionFilter.safeParse(given);
  const filter: TransmissionFilter = parsed.success ? parsed.data : {};
  const setFilter = (next: TransmissionFilter) => {
    const query = new URLSearchParams(FIELDS.flatMap((name) => (next[name] ? [[name, next[name]]] : [])));
    router.replace(`${path}?${query}`, { scroll: false });
  };
  return { filter, setFilter };
}
