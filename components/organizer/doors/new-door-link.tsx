"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { DOOR_DEVICES_MAX } from "#server/doors/values.ts";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { useRefreshDoors } from "./use-doors.ts";

/** Makes a door link and shows it, once. */
export function NewDoorLink({ eventSessionId }: { eventSessionId: EventSessionId }) {
  const t = useTranslations("doors.new");
  const trpc = useTRPC();
  const refresh = useRefreshDoors();
  const [devicesMax, setDevicesMax] = useState(1);
  const create = useMutation(trpc.doors.createLink.mutationOptions({ onSettled: refresh }));
  if (create.data)
    return (
      <MadeLink
        name={create.data.name}
        address={`${location.origin}/door#${create.data.token}`}
        onClose={create.reset}
      />
    );
  return (
    <ProblemForm
      error={create.error}
      onSubmit={(text) => create.mutate({ eventSessionId, name: text("name") ?? "", devicesMax })}
    >
      <Field label={t("name")} hint={t("nameHint")} name="name">
        <Input autoComplete="off" maxLength={60} />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <p className="font-semibold text-[0.9375rem]">{t("devices")}</p>
          <p className="text-muted text-sm">{t("devicesHint")}</p>
        </div>
        <NumberStepper
          label={t("devices")}
          value={devicesMax}
          min={1}
          max={DOOR_DEVICES_MAX}
          onChange={setDevicesMax}
        />
      </div>
      <SubmitButton pending={create.isPending}>{t("create")}</SubmitButton>
    </ProblemForm>
  );
}

function MadeLink({ name, address, onClose }: { name: string; address: string; onClose: () => void }) {
  const t = useTranslations("doors.new");
  return (
    <Alert tone="success" announce title={t("made", { name })}>
      <div className="grid justify-items-start gap-4">
        <p>{t("madeBody")}</p>
        <div className="w-48 rounded-sm bg-white p-3">
          <QRCodeSVG
            value={address}
            title={t("qr", { name })}
            size={320}
            className="h-auto w-full"
            fgColor="#000"
            bgColor="#fff"
          />
        </div>
        <code className="max-w-full break-all rounded-sm border border-line bg-surface px-2 py-1 text-sm">
          {address}
        </code>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={address} label={t("copy", { name })} />
          <Button look="secondary" onClick={onClose}>
            {t("done")}
          </Button>
        </div>
      </div>
    </Alert>
  );
}
