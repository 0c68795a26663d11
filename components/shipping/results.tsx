"use client";
import { useTranslations } from "next-intl";
import type { ShippingResult } from "#server/fulfillment/contract.ts";
import { useProblem } from "../errors/use-problem.ts";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";

interface ResultsProps {
  results: readonly ShippingResult[];
  /** The order number of a parcel. */
  numberOf: (id: ShippingResult["id"]) => string;
  onClose: () => void;
}

/** How the work on many parcels ended: how many were moved, and why each of the others was not. */
export function Results({ results, numberOf, onClose }: ResultsProps) {
  const t = useTranslations("shippingDesk.results");
  const explain = useProblem();
  const countOf = (outcome: ShippingResult["outcome"]) =>
    results.filter((result) => result.outcome === outcome).length;
  const refused = results.filter(({ outcome }) => outcome === "refused");
  return (
    <Alert
      tone={refused.length > 0 ? "warning" : "success"}
      title={t("title")}
      announce
      action={
        <Button look="secondary" onClick={onClose}>
          {t("close")}
        </Button>
      }
    >
      <ul>
        {(["moved", "unchanged", "refused"] as const).map((outcome) =>
          countOf(outcome) > 0 ? <li key={outcome}>{t(outcome, { count: countOf(outcome) })}</li> : null,
        )}
      </ul>
      {refused.length > 0 && (
        <ul className="mt-2 grid gap-1">
          {refused.map(({ id, reason, params }) => (
            <li key={id}>
              <span className="font-mono">{numberOf(id)}</span>: {explain({ reason, params }).text}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
