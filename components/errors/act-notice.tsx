"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "../ui/alert.tsx";
import { ProblemAlert } from "./problem-alert.tsx";

interface ActNoticeProps {
  /** What `useAct` gives: whether a lost answer is being looked up, and what the act failed with. */
  act: { readonly checking: boolean; readonly error: unknown };
  action?: ReactNode;
}

/** Says that the outcome of an action is being looked up, or why it failed. */
export function ActNotice({ act, action }: ActNoticeProps) {
  const t = useTranslations("problem.checking");
  if (!act.checking) return <ProblemAlert error={act.error} action={action} />;
  return (
    <Alert tone="warning" title={t("title")} announce>
      {t("body")}
    </Alert>
  );
}
