"use client";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useViewer } from "../trpc/use-viewer.ts";

/** Shows its children to people who are logged in; others log in first and come back here. */
export function RequireLogin({ children }: { children: ReactNode }) {
  const viewer = useViewer();
  const router = useRouter();
  const path = usePathname();
  const stranger = viewer.data === null;
  useEffect(() => {
    if (stranger) router.replace(`/login?next=${encodeURIComponent(path + location.search)}`);
  }, [stranger, router, path]);
  return viewer.data ? children : <PageSkeleton />;
}
