"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { toast } from "sonner";
import { REASON_LENGTH_MAX } from "#server/catalog/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { Field, Textarea } from "../ui/field.tsx";
import type { Area } from "./area.ts";

interface ReasonedButtonProps extends Pick<ComponentProps<typeof Button>, "look"> {
  area: Area;
  label: string;
  /** Names the thing that is acted on. */
  title: string;
  body: string;
  /** What a notice says once it is done. */
  done: string;
  act: (reason: string | undefined) => Promise<unknown>;
}

/** A button that asks once, by the name of the thing, and operators for a reason too, before it acts. */
export function ReasonedButton({
  area,
  label,
  look = "secondary",
  title,
  body,
  done,
  act,
}: ReasonedButtonProps) {
  const t = useTranslations("organizer.act");
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const acting = useMutation({
    mutationFn: act,
    onSuccess: () => {
      toast.success(done);
      setAsking(false);
    },
  });
  const given = reason.trim();
  const ask = () => {
    setReason("");
    acting.reset();
    setAsking(true);
  };
  return (
    <>
      <Button look={look} onClick={ask}>
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={title}
        description={body}
        confirmLabel={label}
        keepLabel={t("keep")}
        pending={acting.isPending}
        ready={area === "seller" || given !== ""}
        onConfirm={() => acting.mutate(given || undefined)}
      >
        {area === "admin" && <ReasonField reason={reason} onChange={setReason} />}
        <ProblemAlert error={acting.error} />
      </ConfirmDialog>
    </>
  );
}

function ReasonField({ reason, onChange }: { reason: string; onChange: (reason: string) => void }) {
  const t = useTranslations("organizer.act");
  return (
    <Field label={t("reason")} hint={t("reasonHint")}>
      <Textarea
        maxLength={REASON_LENGTH_MAX}
        value={reason}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
