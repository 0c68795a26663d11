import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Receiver } from "#server/sandbox/contract.ts";
import { useFormat } from "../i18n/format.ts";
import { Badge } from "../ui/badge.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

type Received = z.output<typeof Receiver>["received"];

/** What came, the latest first. */
export function ReceivedList({ received }: { received: Received }) {
  const t = useTranslations("receiver");
  const format = useFormat();
  if (received.length === 0) return <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>;
  return (
    <ol className="grid divide-y divide-line" aria-label={t("arrived")}>
      {received.map(({ seq, messageId, type, body, taken, duplicate, mode, receivedAt }) => (
        <li key={seq} className="grid gap-1 py-3">
          <p className="flex flex-wrap items-center gap-2 font-semibold">
            {type}
            {duplicate && <Badge tone="warning">{t("duplicate")}</Badge>}
            {!taken && <Badge tone="danger">{t("refused")}</Badge>}
            {mode !== "normal" && <Badge tone="neutral">{t(`modes.${mode}`)}</Badge>}
          </p>
          <p className="numerals break-all text-muted text-sm">
            {format.date(receivedAt, "timeWithSeconds")} · {messageId}
          </p>
          <p className="break-all font-mono text-sm">{body}</p>
        </li>
      ))}
    </ol>
  );
}
