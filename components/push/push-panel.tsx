"use client";
import { BellRing, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { Alert } from "../ui/alert.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import type { PushSupport } from "./browser.ts";
import { useThisBrowser } from "./use-this-browser.ts";

/** What the person would be told of on this device. */
export type PushReason = "waitlist" | "opening" | "turn" | "settings";

interface PushPanelProps {
  reason: PushReason;
  /** Keeps its place until it is known what to offer. */
  coming: ReactNode;
}

/** Turns notifications on for this browser, or says why it cannot. */
export function PushPanel({ reason, coming }: PushPanelProps) {
  const { devices, error, support, isOn, turnOn } = useThisBrowser();
  if (!devices || !support) return error ? <ProblemAlert error={error} /> : coming;
  return (
    <PushCard
      {...{ reason, support, isOn }}
      pending={turnOn.isPending}
      outcome={<Outcome turnOn={turnOn} />}
      onTurnOn={() => turnOn.mutate()}
    />
  );
}

interface PushCardProps {
  reason: PushReason;
  support: PushSupport;
  isOn: boolean;
  pending: boolean;
  /** Why the last press did not turn it on. */
  outcome: ReactNode;
  onTurnOn: () => void;
}

/** What a person reads of the notifications on this device. */
export function PushCard({ reason, support, isOn, pending, outcome, onTurnOn }: PushCardProps) {
  const t = useTranslations("push");
  const id = useId();
  if (isOn)
    return (
      <p role="status" className="flex flex-wrap items-center gap-2 text-muted">
        <Check className="size-5 text-success-fg" aria-hidden="true" />
        {t("on")}
        {reason !== "settings" && (
          <LinkButton href="/me/notifications" look="quiet">
            {t("settings")}
          </LinkButton>
        )}
      </p>
    );
  return (
    <section aria-labelledby={id} className="grid gap-3 rounded-lg border border-line bg-surface p-5">
      <div className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <BellRing className="mt-0.5 size-5 text-primary" aria-hidden="true" />
        <p id={id} className="font-bold">
          {t(`for.${reason}.title`)}
        </p>
        <p className="col-start-2 text-[0.9375rem] text-muted">{t(`for.${reason}.body`)}</p>
      </div>
      {outcome}
      {support === "possible" ? (
        <Button look="secondary" className="justify-self-start" pending={pending} onClick={onTurnOn}>
          {t("turnOn")}
        </Button>
      ) : (
        <Hindrance support={support} />
      )}
    </section>
  );
}

/** Why the last press did not turn it on. */
function Outcome({ turnOn: { data, error } }: Pick<ReturnType<typeof useThisBrowser>, "turnOn">) {
  const t = useTranslations("push");
  // Browsers throw these where their push service takes no subscription.
  if (error instanceof DOMException)
    return (
      <Alert tone="warning" title={t("failed.title")} announce>
        {t("failed.body")}
      </Alert>
    );
  if (error) return <ProblemAlert error={error} />;
  return data === "default" ? <Alert tone="info" title={t("dismissed")} announce /> : null;
}

function Hindrance({ support }: { support: Exclude<PushSupport, "possible"> }) {
  const t = useTranslations("push.hindrance");
  if (support !== "home_screen")
    return (
      <Alert tone="info" title={t(`${support}.title`)}>
        {t(`${support}.body`)}
      </Alert>
    );
  return (
    <Alert tone="info" title={t("home_screen.title")}>
      <ol className="grid list-decimal gap-1 pl-5">
        <li>{t("home_screen.share")}</li>
        <li>{t("home_screen.add")}</li>
        <li>{t("home_screen.open")}</li>
      </ol>
    </Alert>
  );
}
