"use client";
import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { ActNotice } from "../../errors/act-notice.tsx";
import { useViewer } from "../../trpc/use-viewer.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { useJoin } from "./use-join.ts";

interface JoinLinkProps {
  eventSessionId: EventSessionId;
  label: string;
  children: string;
}

/**
 * Joins the queue and opens its page with one press. In a new tab, or for a person who is not logged in, it only opens
 * the page, which has a button to join.
 */
export function JoinLink({ eventSessionId, label, children }: JoinLinkProps) {
  const router = useRouter();
  const viewer = useViewer();
  const href = `/sessions/${eventSessionId}/queue`;
  const join = useJoin(eventSessionId, () => router.push(href));
  const press = (event: MouseEvent) => {
    if (!viewer.data || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!join.isPending) join.mutate();
  };
  return (
    <>
      <LinkButton
        href={href}
        onClick={press}
        aria-label={label}
        aria-busy={join.isPending || undefined}
        className="max-sm:w-full sm:min-w-36"
      >
        {join.isPending && <Spinner />}
        {children}
      </LinkButton>
      {(join.error || join.checking) && (
        <div className="basis-full">
          <ActNotice act={join} />
        </div>
      )}
    </>
  );
}
