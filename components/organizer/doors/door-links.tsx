"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTRPC } from "../../trpc/client.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { toast } from "../../ui/toast.ts";
import { type Doors, useRefreshDoors } from "./use-doors.ts";

type DoorLink = Doors["links"][number];

/** The door links of an event session with their devices and last use. */
export function DoorLinks({ links }: { links: readonly DoorLink[] }) {
  const t = useTranslations("doors.links");
  if (links.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="grid gap-3">
      {links.map((link) => (
        <LinkRow key={link.id} link={link} />
      ))}
    </ul>
  );
}

function LinkRow({ link }: { link: DoorLink }) {
  const t = useTranslations("doors.links");
  const format = useFormat();
  const { name, devices, devicesMax, createdAt, lastUsedAt, revokedAt } = link;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-3">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-2 font-bold">
          {name}
          {revokedAt && <Badge tone="neutral">{t("revoked")}</Badge>}
        </p>
        <p className="numerals text-muted text-sm">
          {t("devices", { devices, most: devicesMax })} · {t("made", { at: format.date(createdAt) })} ·{" "}
          {lastUsedAt ? t("used", { at: format.date(lastUsedAt, "exact") }) : t("unused")}
        </p>
      </div>
      {!revokedAt && <Revoke link={link} />}
    </li>
  );
}

function Revoke({ link: { id, name } }: { link: DoorLink }) {
  const t = useTranslations("doors.links");
  const trpc = useTRPC();
  const refresh = useRefreshDoors();
  const revoke = useMutation(
    trpc.doors.revokeLink.mutationOptions({
      onSuccess: () => toast.success(t("revokeDone")),
      onSettled: refresh,
    }),
  );
  return (
    <ConfirmButton
      look="danger"
      label={t("revoke")}
      name={t("revokeOf", { name })}
      title={t("revokeTitle", { name })}
      description={t("revokeBody")}
      keepLabel={t("keep")}
      pending={revoke.isPending}
      onConfirm={(close) => revoke.mutate({ id }, { onSuccess: close })}
    >
      <ProblemAlert error={revoke.error} />
    </ConfirmButton>
  );
}
