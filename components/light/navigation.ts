import { useMemo, useSyncExternalStore } from "react";
import { keepForNextPage } from "../ui/toast.ts";
import { followQuery, showQuery } from "./query.ts";

function leave(how: "assign" | "replace", href: string): void {
  keepForNextPage();
  location[how](href);
}

interface Options {
  readonly scroll?: boolean | undefined;
}

/** Goes to another page by loading it, since a light page has no router; another query of this one changes in place. */
const router = {
  push: (href: string, options?: Options) => {
    if (!showQuery(href, { ...options })) leave("assign", href);
  },
  replace: (href: string, options?: Options) => {
    if (!showQuery(href, { ...options, replace: true })) leave("replace", href);
  },
  prefetch: (href: string) => void warm(href).catch(() => undefined),
};

/** Has the browser keep what a page begins with; the page itself is never kept, since it is drawn for its reader. */
async function warm(href: string): Promise<void> {
  const html = await (await fetch(href)).text();
  const page = new DOMParser().parseFromString(html, "text/html");
  const links = page.querySelectorAll<HTMLLinkElement>(
    "link[rel=modulepreload], link[rel=preload][as=fetch]",
  );
  const scripts = page.querySelectorAll<HTMLScriptElement>("script[src]");
  const needed = [...links].map((link) => link.href).concat([...scripts].map((script) => script.src));
  await Promise.all(needed.map((address) => fetch(address)));
}

const query = () => location.search;

/** Stand for `next/navigation` in the scripts of light pages, whose path stays the same as long as they are open. */
export const useRouter = () => router;
export const usePathname = () => location.pathname;
export function useSearchParams(): URLSearchParams {
  const search = useSyncExternalStore(followQuery, query, query);
  return useMemo(() => new URLSearchParams(search), [search]);
}
