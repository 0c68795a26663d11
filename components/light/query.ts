/** What of a light page's address can change while the page stays open: its query. */

const followers = new Set<() => void>();

const tell = () => {
  for (const follower of followers) follower();
};

// On the way back and forward among queries of the page that is open.
addEventListener("popstate", tell);

/** Calls `follower` after each change of the query. @returns what ends it */
export function followQuery(follower: () => void): () => void {
  followers.add(follower);
  return () => void followers.delete(follower);
}

interface How {
  readonly replace?: boolean | undefined;
  readonly scroll?: boolean | undefined;
}

/**
 * Changes the address in place where `href` is the page that is open with another query, and the page reads its query in the
 * browser. Where the page's route reads it, nothing of the page follows it here, and the server has to draw the page again.
 * @returns whether it did
 */
export function showQuery(href: string, { replace = false, scroll = true }: How): boolean {
  const target = new URL(href, location.href);
  const isThisPage = target.origin === location.origin && target.pathname === location.pathname;
  if (!isThisPage || target.hash || followers.size === 0) return false;
  // As browsers do, an address that is there already makes no further step to go back.
  const isThere = target.href === location.href;
  history[replace || isThere ? "replaceState" : "pushState"](null, "", target);
  tell();
  if (scroll) scrollTo(0, 0);
  return true;
}
