"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Direction } from "#server/doors/values.ts";
import type { DoorGuest } from "#server/guests/contract.ts";
import { insideOf, stillExpected } from "#server/guests/values.ts";
import { hasText } from "#server/platform/values/korean.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { NumberStepper } from "../ui/number-stepper.tsx";

const SHOWN = 8;

interface GuestSearchProps {
  guests: readonly DoorGuest[];
  direction: Direction;
  reentry: boolean;
  onAdmit: (guest: DoorGuest, people: number) => Promise<void>;
}

/** Finds guests by name, and lets in some or all of their people. */
export function GuestSearch({ guests, ...rest }: GuestSearchProps) {
  const t = useTranslations("door.guests");
  const [typed, setTyped] = useState("");
  const sought = typed.trim();
  const found = sought === "" ? [] : guests.filter(({ name }) => hasText(name, sought));
  return (
    <div className="grid gap-3">
      <Field label={t("find")} hint={t("hint")}>
        <Input
          type="search"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <p role="status" className="text-muted empty:hidden">
        {sought !== "" && t("found", { count: found.length })}
      </p>
      {found.length > 0 && (
        <ul className="grid gap-3">
          {found.slice(0, SHOWN).map((guest) => (
            <FoundGuest key={guest.id} guest={guest} {...rest} />
          ))}
        </ul>
      )}
      {found.length > SHOWN && (
        <p className="text-muted text-sm">{t("more", { count: found.length - SHOWN })}</p>
      )}
    </div>
  );
}

type FoundProps = Omit<GuestSearchProps, "guests"> & { guest: DoorGuest };

function FoundGuest({ guest, direction, reentry, onAdmit }: FoundProps) {
  const t = useTranslations("door.guests");
  const { name, note, people, came, outside, isRevoked } = guest;
  const most = direction === "OUT" ? insideOf(guest) : stillExpected(guest, reentry);
  return (
    <li className="grid gap-3 rounded-md border border-line bg-surface p-4">
      <div className="grid gap-1">
        <p className="break-words font-bold text-lg">{name}</p>
        {note && <p className="break-words text-muted">{note}</p>}
        <p className="numerals text-muted text-sm">
          {t("came", { people, came })}
          {outside > 0 && ` · ${t("out", { count: outside })}`}
        </p>
      </div>
      <Admission
        {...{ guest, direction, most, onAdmit }}
        isOff={isRevoked && direction === "IN"}
        // What was chosen fits no more once others let some of them in.
        key={`${most}`}
      />
    </li>
  );
}

interface AdmissionProps extends Pick<FoundProps, "guest" | "direction" | "onAdmit"> {
  most: number;
  isOff: boolean;
}

function Admission({ guest, direction, most, isOff, onAdmit }: AdmissionProps) {
  const t = useTranslations("door.guests");
  const [people, setPeople] = useState(most);
  const [isPending, setPending] = useState(false);
  if (isOff) return <Badge tone="danger">{t("revoked")}</Badge>;
  if (most === 0) return <Badge tone="neutral">{t(direction === "OUT" ? "noneInside" : "full")}</Badge>;
  const admit = async () => {
    setPending(true);
    await onAdmit(guest, people).finally(() => setPending(false));
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      {most > 1 && (
        <NumberStepper
          label={t("people", { name: guest.name })}
          value={people}
          min={1}
          max={most}
          onChange={setPeople}
        />
      )}
      <Button size="large" className="grow" pending={isPending} onClick={() => void admit()}>
        {t(direction === "OUT" ? "letOut" : "admit", { count: people })}
      </Button>
    </div>
  );
}
