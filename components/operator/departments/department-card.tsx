"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Departments } from "#server/notifications/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { useMembers } from "./use-members.ts";

type Department = Departments["departments"][number];
type Staff = Departments["staff"];

/** One department: its members, how they are told, and the way to add one. */
export function DepartmentCard({ department, members, staff }: Department & { staff: Staff }) {
  const t = useTranslations("departments");
  const tNames = useTranslations("notification.departments");
  const { add, remove } = useMembers();
  const others = staff.filter(({ userId }) => members.every((member) => member.userId !== userId));
  return (
    <li>
      <Card className="grid h-full content-start gap-4">
        <div className="grid gap-1">
          <h2 className="font-bold text-xl">{tNames(department)}</h2>
          <p className="text-muted text-sm">{t(`told.${department}`)}</p>
        </div>
        <ProblemAlert error={add.error ?? remove.error} />
        {members.length === 0 ? (
          <p>{t("none")}</p>
        ) : (
          <ul className="grid divide-y divide-line">
            {members.map((member) => (
              <MemberRow
                key={member.userId}
                member={member}
                department={tNames(department)}
                onRemove={(done) => remove.mutate({ department, userId: member.userId }, { onSuccess: done })}
                pending={remove.isPending}
              />
            ))}
          </ul>
        )}
        <AddMember
          others={others}
          pending={add.isPending}
          onAdd={(userId, done) => add.mutate({ department, userId }, { onSuccess: done })}
        />
      </Card>
    </li>
  );
}

interface MemberRowProps {
  member: Department["members"][number];
  department: string;
  pending: boolean;
  onRemove: (done: () => void) => void;
}

function MemberRow({ member, department, pending, onRemove }: MemberRowProps) {
  const t = useTranslations("departments");
  const { email, inApp, byEmail } = member;
  const ways = [...(inApp ? [t("inApp")] : []), ...(byEmail ? [t("byEmail")] : [])];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <div className="min-w-0">
        <p className="break-all font-semibold">{email}</p>
        <p className="text-muted text-sm">{ways.length > 0 ? ways.join(" · ") : t("nowhere")}</p>
      </div>
      <ConfirmButton
        look="quiet"
        label={t("remove")}
        name={t("removeOf", { department, email })}
        title={t("removeTitle")}
        description={t("removeBody", { department, email })}
        pending={pending}
        onConfirm={onRemove}
      />
    </li>
  );
}

interface AddMemberProps {
  others: Staff;
  pending: boolean;
  onAdd: (userId: Staff[number]["userId"], done: () => void) => void;
}

function AddMember({ others, pending, onAdd }: AddMemberProps) {
  const t = useTranslations("departments");
  const [chosen, setChosen] = useState("");
  const person = others.find(({ userId }) => userId === chosen);
  if (others.length === 0) return <p className="text-muted text-sm">{t("all")}</p>;
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (person) onAdd(person.userId, () => setChosen(""));
      }}
    >
      <Field label={t("add")}>
        <Select
          value={person ? chosen : ""}
          onChange={(event) => setChosen((event.currentTarget as unknown as HTMLSelectElement).value)}
        >
          <option value="">{t("choose")}</option>
          {others.map(({ userId, email }) => (
            <option key={userId} value={userId}>
              {email}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" look="secondary" disabled={!person} pending={pending}>
        {t("add")}
      </Button>
    </form>
  );
}
