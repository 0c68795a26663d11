"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "../ui/alert.tsx";
import { LinkButton } from "../ui/button.tsx";
import { useProblem } from "./use-problem.ts";

interface ProblemAlertProps {
  /** What a query or mutation failed with; nothing is shown for null. */
  error: unknown;
  action?: ReactNode;
}

export function ProblemAlert({ error, action }: ProblemAlertProps) {
  const explainProblem = useProblem();
  if (!error) return null;
  const { reason, text, retryText, referenceText } = explainProblem(error);
  const place = PLACES[reason];
  return (
    <Alert tone="danger" title={text} action={action ?? (place && <PlaceLink {...place} />)} announce>
      {(retryText || referenceText) && <p>{[retryText, referenceText].filter(Boolean).join(" · ")}</p>}
    </Alert>
  );
}

interface Place {
  readonly href: string;
  readonly label: "confirmEmail" | "proveYourself";
}

/** Where a person does what a refusal asks for. */
const PLACES: Readonly<Record<string, Place>> = {
  email_unverified: { href: "/me/account", label: "confirmEmail" },
  proof_required: { href: "/me/account#second-factor", label: "proveYourself" },
  second_factor_required: { href: "/me/account#second-factor", label: "proveYourself" },
};

function PlaceLink({ href, label }: Place) {
  const t = useTranslations("problem.places");
  return (
    <LinkButton href={href} look="secondary">
      {t(label)}
    </LinkButton>
  );
}
