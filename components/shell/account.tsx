"use client";
import { useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useProblem } from "../errors/use-problem.ts";
import { postJson } from "../http/post-json.ts";
import { forgetTickets } from "../offline/kept-tickets.ts";
import { useViewer } from "../trpc/use-viewer.ts";
import { LinkButton } from "../ui/button.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { toast } from "../ui/toast.ts";
import { AccountMenu } from "./account-menu.tsx";

/** The header's end: the account menu, or the way in for those who are not logged in. */
export function Account() {
  const queryClient = useQueryClient();
  const viewer = useViewer();
  const explain = useProblem();

  const logOut = async () => {
    try {
      await postJson("/api/auth/logout");
    } catch (error) {
      // The page says "logged out" only when it is true, above all on a shared device.
      const { reason, text } = explain(error);
      if (reason === "not_sent" || reason === "network") return void toast.error(text);
    }
    forgetTickets();
    // Data read with this login must not be shown to the next person.
    queryClient.clear();
    location.assign("/");
  };

  if (viewer.data) return <AccountMenu viewer={viewer.data} onLogOut={() => void logOut()} />;
  if (viewer.isPending) return <Skeleton className="h-9 w-28" />;
  // Where it could not be read whether there is a login, the way in would say that there is none.
  return viewer.data === null ? <WayIn /> : null;
}

/** Logging in leads back to the page it began on. */
function WayIn() {
  const t = useTranslations("shell");
  const path = usePathname();
  const search =
    path === "/" || path === "/login" || path === "/signup" ? "" : `?next=${encodeURIComponent(path)}`;
  return (
    <>
      <LinkButton href={`/login${search}`} look="quiet" className="px-3">
        {t("logIn")}
      </LinkButton>
      <LinkButton href={`/signup${search}`} look="secondary" className="max-sm:hidden">
        {t("signUp")}
      </LinkButton>
    </>
  );
}
