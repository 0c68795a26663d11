"use client";
import { usePathname, useRouter } from "next/navigation";
import { type ComponentType, type ReactNode, useEffect, useRef } from "react";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { type PageShape, PageSkeleton } from "../shell/page-skeleton.tsx";
import { useLoginEnded } from "../trpc/login-ended.ts";
import { useViewer } from "../trpc/use-viewer.ts";
import { LoginEnded } from "./login-ended.tsx";

interface RequireLoginProps {
  children: ReactNode;
  /** Of the page, while it is not known who the person is. */
  shape?: PageShape;
  /** Whether the children have something to show before it is known who the person is, as without a network. */
  beginsEarly?: boolean;
}

/**
 * Shows its children to people who are logged in; others log in first and come back here. A person whose login ends while
 * the page is open reads that it ended, instead of being sent to the login form; where it cannot be read who the person is,
 * the page says so.
 */
export function RequireLogin({ children, shape = "facts", beginsEarly = false }: RequireLoginProps) {
  const viewer = useViewer();
  const router = useRouter();
  const path = usePathname();
  const ended = useLoginEnded();
  const wasLoggedIn = useRef(false);
  if (viewer.data) wasLoggedIn.current = true;
  const hasEnded = ended !== null && wasLoggedIn.current;
  const stranger = viewer.data === null && !hasEnded;
  useEffect(() => {
    if (stranger) router.replace(`/login?next=${encodeURIComponent(path + location.search)}`);
  }, [stranger, router, path]);
  if (hasEnded) return <LoginEnded reason={ended} />;
  if (viewer.data || (beginsEarly && !stranger)) return children;
  return viewer.error ? <ProblemAlert error={viewer.error} /> : <PageSkeleton shape={shape} />;
}

/** A page that is whole for people who are logged in alone. */
export const behindLogin =
  <P extends object>(Page: ComponentType<P>, how: Omit<RequireLoginProps, "children"> = {}) =>
  (props: P) => (
    <RequireLogin {...how}>
      <Page {...props} />
    </RequireLogin>
  );
