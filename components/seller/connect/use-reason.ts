"use client";
import { useTranslations } from "next-intl";
import { END_REASONS, STEP_REASONS } from "#server/integration/values.ts";

const KNOWN = [...END_REASONS, ...STEP_REASONS];

/** Names the reason for which a session ended or moved; a reason that a person wrote is shown unchanged. */
export function useReason(): (reason: string | null) => string | null {
  const t = useTranslations("integrationReason");
  return (reason) => {
    const known = KNOWN.find((each) => each === reason);
    return known ? t(known) : reason;
  };
}
