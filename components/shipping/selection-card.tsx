"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ShippingResult } from "#server/fulfillment/contract.ts";
import {
  BATCH_STATES,
  type BatchState,
  MOVED_TOGETHER_MAX,
  needsReason,
} from "#server/fulfillment/values.ts";
import { NOTE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import { shippingMachine } from "#server/shipping/machine.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import type { Area } from "../organizer/area.ts";
import { useStateName } from "../states/use-state-name.ts";
import { useTRPC } from "../trpc/client.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { Field, Textarea } from "../ui/field.tsx";
import { Results } from "./results.tsx";
import { deskOf, type Selection } from "./shipping-row.ts";
import { useRefresh } from "./use-refresh.ts";

interface SelectionCardProps {
  area: Area;
  selection: Selection;
  onChange: (selection: Selection) => void;
}

/** The states that every selected parcel can go to, and that many can go to at once. */
const stepsOf = (selection: Selection): readonly BatchState[] =>
  BATCH_STATES.filter((to) =>
    [...selection.values()].every(({ status }) => shippingMachine.allows(status, to)),
  );

/** What can be done with the selected parcels, and how that ended; empty where nothing is selected. */
export function SelectionCard({ area, selection, onChange }: SelectionCardProps) {
  const t = useTranslations("shippingDesk.selection");
  const [ended, setEnded] = useState<{ results: readonly ShippingResult[]; of: Selection } | null>(null);
  const numberOf = (id: ShippingResult["id"]) => ended?.of.get(id)?.orderNumber ?? id;
  const steps = stepsOf(selection);
  const ids = [...selection.keys()];
  return (
    <>
      {ended && <Results results={ended.results} numberOf={numberOf} onClose={() => setEnded(null)} />}
      {ids.length > 0 && (
        <Card aria-label={t("title")} className="sticky top-2 z-10 grid gap-3">
          <p role="status" className="numerals font-bold">
            {t("selected", { count: ids.length })}
            {ids.length >= MOVED_TOGETHER_MAX && (
              <span className="font-normal text-muted"> {t("most", { max: MOVED_TOGETHER_MAX })}</span>
            )}
          </p>
          {steps.length === 0 && <p className="text-muted">{t("noStep")}</p>}
          <div className="flex flex-wrap gap-2">
            {steps.map((to) => (
              <MoveSelected
                key={to}
                to={to}
                selection={selection}
                onEnded={(results) => {
                  setEnded({ results, of: selection });
                  onChange(new Map());
                }}
              />
            ))}
            <LinkButton href={deskOf(area).print({ ids: ids.join(",") })} look="secondary">
              {t("print")}
            </LinkButton>
            <Button look="quiet" onClick={() => onChange(new Map())}>
              {t("clear")}
            </Button>
          </div>
        </Card>
      )}
    </>
  );
}

interface MoveSelectedProps {
  to: BatchState;
  selection: Selection;
  onEnded: (results: readonly ShippingResult[]) => void;
}

function MoveSelected({ to, selection, onEnded }: MoveSelectedProps) {
  const t = useTranslations("shippingDesk.selection");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const state = useStateName()(shippingMachine, to);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const move = useMutation(
    trpc.fulfillment.moveMany.mutationOptions({
      onSuccess: ({ results }) => {
        setAsking(false);
        onEnded(results);
      },
      onSettled: refresh,
    }),
  );
  const given = reason.trim();
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("moveTo", { state })}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("moveTitle", { count: selection.size, state })}
        description={t("moveBody")}
        confirmLabel={t("confirm")}
        pending={move.isPending}
        ready={!needsReason(to) || given !== ""}
        onConfirm={() =>
          move.mutate({ ids: [...selection.keys()], to, ...(given !== "" && { reason: given }) })
        }
      >
        {needsReason(to) && (
          <Field label={t("reason")} hint={t("reasonHint")}>
            <Textarea
              maxLength={NOTE_LENGTH_MAX}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </Field>
        )}
        <ProblemAlert error={move.error} />
      </ConfirmDialog>
    </>
  );
}
