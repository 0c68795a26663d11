import { useTranslations } from "next-intl";

/** Gives the words for the reason of a step: the product's own reasons are codes, an operator's are their own words. */
export function useReason(): (reason: string) => string {
  const t = useTranslations("stateReason");
  return (reason) => {
    const known = reason as "paid";
    return t.has(known) ? t(known) : reason;
  };
}
