"use client";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Alert } from "#server/alerts/contract.ts";
import { isEndedByHand } from "#server/alerts/values.ts";
import { Moment } from "../../clock/moment.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { AcknowledgeAlert } from "./acknowledge-alert.tsx";
import { EndAlertButton } from "./end-alert-button.tsx";
import { linksOf } from "./links.ts";
import { useAlertText } from "./use-alert-text.ts";

/** Alerts that only people can resolve; the others may clear by themselves. */
const SEVERE: readonly Alert["kind"][] = [
  "wrong_amount",
  "payment_differs",
  "provider_misconfigured",
  "decision_contradicted",
  "refund_refused",
  "payments_failing",
  "transmission_dead",
  "health_worse",
];

/** One alert: what is the matter, since when, how often, and the way to it. */
export function AlertRow({ alert, now }: { alert: Alert; now: number | null }) {
  const t = useTranslations("alert");
  const { title, body } = useAlertText()(alert);
  const severe = SEVERE.includes(alert.kind);
  const Icon = severe ? CircleAlert : TriangleAlert;
  return (
    <li>
      <Card className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-center">
        <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
          <Icon
            className={`mt-1 size-5 ${severe ? "text-danger-fg" : "text-warning-fg"}`}
            aria-hidden="true"
          />
          <h2 className="font-bold text-lg">{title}</h2>
          <p className="col-start-2">{body}</p>
          <p className="numerals col-start-2 text-muted text-sm">{t("count", { count: alert.count })}</p>
        </div>
        <dl className="grid grid-cols-2 gap-x-8 lg:w-104">
          <div>
            <dt className="field-name">{t("since")}</dt>
            <dd>
              <Moment at={alert.firstAt} now={now} />
            </dd>
          </div>
          <div>
            <dt className="field-name">{t("last")}</dt>
            <dd>
              <Moment at={alert.lastAt} now={now} />
            </dd>
          </div>
        </dl>
        {alert.acknowledged && <Acknowledged {...alert.acknowledged} now={now} />}
        <div className="flex flex-wrap gap-2 lg:col-span-2 lg:pl-8">
          <AcknowledgeAlert alert={alert} title={title} />
          {isEndedByHand(alert.kind) && <EndAlertButton id={alert.id} title={title} />}
          <AlertLinks alert={alert} />
        </div>
      </Card>
    </li>
  );
}

/** Who looks after it, who said so and when, and the note for the others. */
function Acknowledged({
  at,
  by,
  owner,
  note,
  now,
}: NonNullable<Alert["acknowledged"]> & { now: number | null }) {
  const t = useTranslations("alert.acknowledge");
  return (
    <div className="grid gap-1 border-line border-l-2 pl-3 text-sm lg:col-span-2 lg:ml-8">
      <p className="wrap-anywhere font-semibold">{t("ownedBy", { email: owner.email })}</p>
      {note && <p className="wrap-anywhere whitespace-pre-line">{note}</p>}
      <p className="wrap-anywhere text-muted">
        {t("by", { email: by })} · <Moment at={at} now={now} />
      </p>
    </div>
  );
}

function AlertLinks({ alert }: { alert: Alert }) {
  const t = useTranslations("alert");
  return linksOf(alert).map(({ label, href }) => (
    <LinkButton key={href} href={href} look="secondary">
      {t(label)}
    </LinkButton>
  ));
}
