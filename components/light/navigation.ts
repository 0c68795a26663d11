import { useMemo } from "react";

/** Goes to a page by loading it, since a light page has no router. */
const router = {
  push: (href: string) => location.assign(href),
  replace: (href: string) => location.replace(href),
  refresh: () => location.reload(),
  back: () => history.back(),
  forward: () => history.forward(),
  prefetch: () => undefined,
};

/** Stand for `next/navigation` in the scripts of light pages, whose address stays the same as long as they are open. */
export const useRouter = () => router;
export const usePathname = () => location.pathname;
export const useSearchParams = () => useMemo(() => new URLSearchParams(location.search), []);
