"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ALWAYS_MAILED, NEVER_MAILED, type Notice } from "#server/notifications/values.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Card } from "../ui/card.tsx";
import { Checkbox } from "../ui/checkbox.tsx";

interface Choice {
  readonly notice: Notice;
  readonly byEmail: boolean;
  readonly byPush: boolean;
}

/** How the person is told of each sort of news, beside the app. */
export function NoticeChoices() {
  const t = useTranslations("notification.notices");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data, error } = useQuery(trpc.notifications.notices.queryOptions({}, { staleTime: 0 }));
  const choose = useMutation(
    trpc.notifications.chooseNotices.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.notifications.notices.pathKey() }),
    }),
  );
  if (!data) return <ProblemAlert error={error} />;
  return (
    <Card aria-labelledby="notices" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="notices" className="font-bold text-xl">
          {t("title")}
        </h2>
        <p className="text-muted">{t("lead")}</p>
      </div>
      <ProblemAlert error={choose.error} />
      <ul className="grid divide-y divide-line">
        {data.map((choice) => {
          const isChanging = choose.isPending && choose.variables.notice === choice.notice;
          return (
            <NoticeRow
              key={choice.notice}
              choice={isChanging ? choose.variables : choice}
              onChoose={(next) => choose.mutate(next)}
            />
          );
        })}
      </ul>
    </Card>
  );
}

interface NoticeRowProps {
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

function NoticeRow({ choice, onChoose }: NoticeRowProps) {
  const t = useTranslations("notification.notices");
  const { notice, byEmail, byPush } = choice;
  const isAlwaysMailed = ALWAYS_MAILED.includes(notice);
  return (
    <li>
      <fieldset className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
        <legend className="contents">
          <span className="grid min-w-0 flex-1 basis-60">
            <span className="font-semibold">{t(`of.${notice}`)}</span>
            {isAlwaysMailed && <span className="text-muted text-sm">{t("alwaysMailed")}</span>}
          </span>
        </legend>
        <div className="flex gap-6">
          {!NEVER_MAILED.includes(notice) && (
            <Checkbox
              checked={byEmail}
              disabled={isAlwaysMailed}
              onChange={(next) => onChoose({ ...choice, byEmail: next })}
            >
              {t("byEmail")}
            </Checkbox>
          )}
          <Checkbox checked={byPush} onChange={(next) => onChoose({ ...choice, byPush: next })}>
            {t("byPush")}
          </Checkbox>
        </div>
      </fieldset>
    </li>
  );
}
