"use client";
import { useTranslations } from "next-intl";
import { END_REASONS, STEP_REASONS } from "#server/integration/contract.ts";

const KNOWN = [...END_REASONS, ...STEP_REASONS];

/** The words for why a session ended or made a step; what a person wrote stands as they wrote it. */
export function useReason(): (reason: string | null) => string | null {
  const t = useTranslations("integrationReason");
  return (reason) => {
    const known = KNOWN.find((each) => each === reason);
    return known ? t(known) : reason;
  };
}
