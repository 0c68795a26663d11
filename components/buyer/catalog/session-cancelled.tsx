import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "../../ui/alert.tsx";

interface SessionCancelledProps {
  /** Why, as the organizer wrote it. */
  reason: string;
  /** What becomes of the tickets and the money. */
  children: ReactNode;
  action?: ReactNode;
}

/** Says that an event session was cancelled, and why. */
export function SessionCancelled({ reason, children, action }: SessionCancelledProps) {
  const t = useTranslations("catalog.cancelled");
  return (
    <Alert tone="danger" title={t("heading")} action={action}>
      <p className="whitespace-pre-line">{t("reason", { reason })}</p>
      <p className="mt-2">{children}</p>
    </Alert>
  );
}
