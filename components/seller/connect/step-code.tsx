"use client";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SessionView } from "#server/integration/contract.ts";
import { formatPhone } from "#server/platform/values/phone.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { Alert } from "../../ui/alert.tsx";
import { Button, buttonStyles } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { AFTER_CODE } from "./steps.ts";
import { useMove } from "./use-move.ts";

interface StepCodeProps {
  session: SessionView;
  channel: "sms" | "email";
}

/** What to enter at Coupang, the code that comes of it, and the button to go on with once the code was used. */
export function StepCode({ session, channel }: StepCodeProps) {
  const t = useTranslations("connect.code");
  const move = useMove(session);
  const code = channel === "sms" ? session.smsCode : session.emailCode;
  const recipient = (channel === "sms" ? session.phoneNumber : session.inbox) ?? "";
  return (
    <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
      <Card className="grid gap-4">
        <h2 className="font-bold text-xl">{t(`title.${channel}`)}</h2>
        <p>{t(`todo.${channel}`)}</p>
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-sunken p-4">
          <span className="numerals break-all font-bold text-lg">{formatPhone(recipient)}</span>
          <CopyButton text={formatPhone(recipient)} label={t(`copyRecipient.${channel}`)} />
        </div>
        <a
          href={session.marketplaceUrl}
          target="_blank"
          rel="noreferrer"
          className={buttonStyles({ look: "secondary" })}
        >
          {t("open")} <ExternalLink aria-hidden="true" />
        </a>
        <details className="text-sm">
          <summary className="min-h-touch cursor-pointer content-center font-semibold">
            {t("missing")}
          </summary>
          <ul className="grid list-disc gap-1 pl-5 text-muted">
            {(["wrongNumber", "slow", "again"] as const).map((cause) => (
              <li key={cause}>{t(`causes.${cause}`)}</li>
            ))}
          </ul>
        </details>
      </Card>
      <div className="grid gap-4">
        <CodeCard code={code} channel={channel} />
        <HeldBack heldBack={session.heldBack} channel={channel} />
        <ProblemAlert error={move.error} />
        {code !== null && (
          <Button size="large" wide pending={move.pending} onClick={() => move.to(AFTER_CODE[channel])}>
            {t("used")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Shows a code when it arrives, large and ready to be copied; while it is null, says that it is awaited. */
function CodeCard({ code, channel }: { code: string | null } & Pick<StepCodeProps, "channel">) {
  const t = useTranslations("connect.code");
  return (
    <div
      role="status"
      className="grid min-h-32 place-items-center gap-3 rounded-lg border border-line bg-surface p-6 text-center shadow-sheet"
    >
      {code === null ? (
        <p className="flex items-center gap-3 text-muted">
          <Spinner className="size-5" /> {t(`waiting.${channel}`)}
        </p>
      ) : (
        <>
          <p className="font-semibold text-success-fg">{t(`arrived.${channel}`)}</p>
          <p className="numerals font-extrabold text-5xl tracking-[0.12em]">{code}</p>
          <CopyButton text={code} label={t("copy")} />
        </>
      )}
    </div>
  );
}

/** Says that a message arrived whose code is not shown, and why. */
function HeldBack({ heldBack, channel }: Pick<SessionView, "heldBack"> & Pick<StepCodeProps, "channel">) {
  const t = useTranslations("connect.code.heldBack");
  const reason = TOLD.find((each) => each === heldBack?.reason);
  if (!heldBack || !reason || heldBack.channel !== channel) return null;
  return (
    <Alert tone="warning" title={t(reason)} announce>
      {heldBack.text && <p className="whitespace-pre-wrap">{heldBack.text}</p>}
    </Alert>
  );
}

const TOLD = ["before_lock", "handover", "other_vendor", "no_code"] as const;
