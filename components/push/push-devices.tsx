"use client";
import { useTranslations } from "next-intl";
import type { PushDevice } from "#server/push/contract.ts";
import { useDeviceName } from "../auth/use-device-name.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useFormat } from "../i18n/format.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { PushOffer } from "./push-offer.tsx";
import { useThisBrowser } from "./use-this-browser.ts";

/** The devices that show the person's notifications, each with a button that ends it, and this one. */
export function PushDevices() {
  const t = useTranslations("push");
  const { devices, turnOff } = useThisBrowser();
  return (
    <Card aria-labelledby="push-devices" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="push-devices" className="font-bold text-xl">
          {t("devices.title")}
        </h2>
        <p className="text-muted">{t("devices.lead")}</p>
      </div>
      <ProblemAlert error={turnOff.error} />
      {devices && devices.length > 0 && (
        <ul className="grid divide-y divide-line">
          {devices.map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              pending={turnOff.isPending && turnOff.variables.id === device.id}
              onRemove={() => turnOff.mutate(device)}
            />
          ))}
        </ul>
      )}
      <PushOffer reason="settings" coming={<Skeleton className="h-44 rounded-lg" />} />
    </Card>
  );
}

interface DeviceRowProps {
  device: PushDevice;
  pending: boolean;
  onRemove: () => void;
}

function DeviceRow({ device, pending, onRemove }: DeviceRowProps) {
  const t = useTranslations("push.devices");
  const format = useFormat();
  const name = useDeviceName()(device);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {name} {device.isCurrent && <Badge tone="info">{t("current")}</Badge>}
        </p>
        <p className="numerals text-muted text-sm">{t("since", { at: format.date(device.createdAt) })}</p>
      </div>
      <Button look="danger" pending={pending} aria-label={`${t("remove")}: ${name}`} onClick={onRemove}>
        {t("remove")}
      </Button>
    </li>
  );
}
