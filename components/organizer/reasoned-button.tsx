"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { toast } from "sonner";
import { NOTE_LENGTH_MAX } from "#server/platform/values/text.ts";
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
  /** Whether buyers read the reason, which sellers are then asked for too. */
  isReasonTold?: boolean;
  act: (reason: string | undefined) => Promise<unknown>;
}

/** A button that asks once, by the name of the thing, and operators for a reason too, before it acts. */
export function ReasonedButton(asked: ReasonedButtonProps) {
  const { area, label, look = "secondary", title, body, done, isReasonTold = false, act } = asked;
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
  const asksReason = area === "admin" || isReasonTold;
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
        ready={!asksReason || given !== ""}
        onConfirm={() => acting.mutate(given || undefined)}
      >
        {asksReason && <ReasonField isTold={isReasonTold} reason={reason} onChange={setReason} />}
        <ProblemAlert error={acting.error} />
      </ConfirmDialog>
    </>
  );
}

interface ReasonFieldProps {
  isTold: boolean;
  reason: string;
  onChange: (reason: string) => void;
}

function ReasonField({ isTold, reason, onChange }: ReasonFieldProps) {
  const t = useTranslations("organizer.act");
  return (
    <Field label={t("reason")} hint={t(isTold ? "reasonTold" : "reasonHint")}>
      <Textarea
        maxLength={NOTE_LENGTH_MAX}
        value={reason}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
