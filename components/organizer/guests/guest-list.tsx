"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { GuestView } from "#server/guests/contract.ts";
import { hasText } from "#server/platform/values/korean.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.ts";
import { useRefreshGuests } from "./use-refresh-guests.ts";

/** Who is invited and who came. */
export function GuestList({ guests }: { guests: readonly GuestView[] }) {
  const t = useTranslations("guestList.list");
  const [typed, setTyped] = useState("");
  if (guests.length === 0) return <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>;
  const found = guests.filter(({ name }) => hasText(name, typed));
  return (
    <Card className="grid gap-4">
      <h2 className="font-bold text-xl">{t("heading")}</h2>
      <Field label={t("find")} hint={t("findHint")}>
        <Input
          type="search"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          autoComplete="off"
        />
      </Field>
      <p role="status" className="text-muted empty:hidden">
        {found.length === 0 && t("none")}
      </p>
      <ul className="grid">
        {found.map((guest) => (
          <GuestRow key={guest.id} guest={guest} />
        ))}
      </ul>
    </Card>
  );
}

function GuestRow({ guest }: { guest: GuestView }) {
  const t = useTranslations("guestList");
  const { name, note, people, came, isRevoked } = guest;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-3">
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-center gap-2 break-words font-bold">
          {name || t("noName")}
          {isRevoked && <Badge tone="neutral">{t("list.revoked")}</Badge>}
          {!isRevoked && came >= people && <Badge tone="success">{t("list.allIn")}</Badge>}
        </p>
        {note && <p className="break-words text-muted text-sm">{note}</p>}
        <p className="numerals text-muted text-sm">{t("list.came", { people, came })}</p>
      </div>
      {!isRevoked && name !== "" && <Revoke guest={guest} />}
    </li>
  );
}

function Revoke({ guest: { id, name } }: { guest: GuestView }) {
  const t = useTranslations("guestList.revoke");
  const trpc = useTRPC();
  const refresh = useRefreshGuests();
  const revoke = useMutation(
    trpc.guests.revoke.mutationOptions({
      onSuccess: () => toast.success(t("done")),
      onSettled: refresh,
    }),
  );
  return (
    <ConfirmButton
      look="danger"
      label={t("label")}
      name={t("of", { name })}
      title={t("title", { name })}
      description={t("body")}
      keepLabel={t("keep")}
      pending={revoke.isPending}
      onConfirm={(close) => revoke.mutate({ id }, { onSuccess: close })}
    >
      <ProblemAlert error={revoke.error} />
    </ConfirmButton>
  );
}
