"use client";
import type { ReactNode } from "react";
import { Alert } from "../ui/alert.tsx";
import { useProblem } from "./use-problem.ts";

interface ProblemAlertProps {
  /** What a query or mutation failed with; nothing is shown for null. */
  error: unknown;
  action?: ReactNode;
}

export function ProblemAlert({ error, action }: ProblemAlertProps) {
  const explainProblem = useProblem();
  if (!error) return null;
  const { text, retryText, referenceText } = explainProblem(error);
  return (
    <Alert tone="danger" title={text} action={action} announce>
      {(retryText || referenceText) && <p>{[retryText, referenceText].filter(Boolean).join(" · ")}</p>}
    </Alert>
  );
}
