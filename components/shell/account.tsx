"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { postJson } from "../http/post-json.ts";
import { forgetViewer, useViewer } from "../trpc/use-viewer.ts";
import { LinkButton } from "../ui/button.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { AccountMenu } from "./account-menu.tsx";

/** The header's end: the account menu, or the way in for those who are not logged in. */
export function Account() {
  const queryClient = useQueryClient();
  const router = useRouter();
  const viewer = useViewer();

  const logOut = async () => {
    await postJson("/api/auth/logout").catch(() => null);
    forgetViewer();
    // Nothing that was read as this person may be shown to the next.
    queryClient.clear();
    router.push("/");
    router.refresh();
  };

  if (viewer.data) return <AccountMenu viewer={viewer.data} onLogOut={() => void logOut()} />;
  return viewer.isPending ? <Skeleton className="h-9 w-28" /> : <WayIn />;
}

function WayIn() {
  const t = useTranslations("shell");
  return (
    <>
      <LinkButton href="/login" look="quiet" className="px-3">
        {t("logIn")}
      </LinkButton>
      <LinkButton href="/signup" look="secondary" className="max-sm:hidden">
        {t("signUp")}
      </LinkButton>
    </>
  );
}
