"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Department } from "#server/notifications/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Card } from "../ui/card.tsx";
import { Checkbox } from "../ui/checkbox.tsx";

interface Choice {
  readonly department: Department;
  readonly inApp: boolean;
  readonly byEmail: boolean;
}

/** How the person is told what their departments are told; nothing for who has no department. */
export function Preferences() {
  const t = useTranslations("notification");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data, error } = useQuery(trpc.notifications.myDepartments.queryOptions({}, { staleTime: 0 }));
  const choose = useMutation(
    trpc.notifications.choose.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.notifications.pathKey() }),
    }),
  );
  if (error) return <ProblemAlert error={error} />;
  if (!data || data.length === 0) return null;
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="font-bold text-xl">{t("preferences.title")}</h2>
        <p className="text-muted">{t("preferences.lead")}</p>
      </div>
      <ProblemAlert error={choose.error} />
      <ul className="grid divide-y divide-line">
        {data.map((choice) => {
          const shown = choose.isPending && isOf(choose.variables, choice) ? choose.variables : choice;
          return (
            <ChoiceRow key={choice.department} choice={shown} onChoose={(next) => choose.mutate(next)} />
          );
        })}
      </ul>
    </Card>
  );
}

const isOf = (one: Choice, other: Choice) => one.department === other.department;

interface ChoiceRowProps {
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

function ChoiceRow({ choice, onChoose }: ChoiceRowProps) {
  const t = useTranslations("notification");
  const { inApp, byEmail } = choice;
  const department = t(`departments.${choice.department}`);
  return (
    <li>
      <fieldset className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
        <legend className="contents">
          <span className="font-semibold">{department}</span>
        </legend>
        <div className="flex gap-6">
          <Checkbox checked={inApp} onChange={(next) => onChoose({ ...choice, inApp: next })}>
            {t("preferences.inApp")}
          </Checkbox>
          <Checkbox checked={byEmail} onChange={(next) => onChoose({ ...choice, byEmail: next })}>
            {t("preferences.byEmail")}
          </Checkbox>
        </div>
      </fieldset>
    </li>
  );
}
