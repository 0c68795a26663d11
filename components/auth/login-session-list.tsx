"use client";
import { MonitorSmartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { LoginSessionView } from "#server/auth/contract.ts";
import { loginSessionMachine } from "#server/auth/machine.ts";
import { useNow } from "../clock/use-now.ts";
import { useFormat } from "../i18n/format.ts";
import { StateBadge } from "../states/state-badge.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { useDeviceName } from "./use-device-name.ts";

interface LoginSessionListProps {
  loginSessions: readonly LoginSessionView[];
  /** The one being ended, while it is. */
  endingId: string | null;
  onEnd: (loginSessionId: LoginSessionView["id"]) => void;
}

/** The devices on which this account is logged in, each with a button that logs it out. */
export function LoginSessionList({ loginSessions, endingId, onEnd }: LoginSessionListProps) {
  const t = useTranslations("devices");
  const [asking, setAsking] = useState<LoginSessionView | null>(null);
  const name = useDeviceName();
  return (
    <>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {loginSessions.map((loginSession) => (
          <LoginSessionRow
            key={loginSession.id}
            loginSession={loginSession}
            name={name(loginSession)}
            ending={endingId === loginSession.id}
            onAsk={() => setAsking(loginSession)}
          />
        ))}
      </ul>
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t("endTitle")}
        description={asking && t("endBody", { device: name(asking) })}
        confirmLabel={t("end")}
        onConfirm={() => {
          if (asking) onEnd(asking.id);
          setAsking(null);
        }}
      />
    </>
  );
}

interface LoginSessionRowProps {
  loginSession: LoginSessionView;
  name: string;
  ending: boolean;
  onAsk: () => void;
}

function LoginSessionRow({ loginSession, name, ending, onAsk }: LoginSessionRowProps) {
  const t = useTranslations("devices");
  const format = useFormat();
  const now = useNow(30_000);
  const { status, current, createdAt, lastSeenAt, ip } = loginSession;
  return (
    <li className="flex flex-wrap items-center gap-4 border-line border-b p-5 last:border-b-0">
      <MonitorSmartphone className="size-6 text-muted" aria-hidden="true" />
      <div className="grid min-w-0 flex-1 basis-60 gap-0.5">
        <p className="flex flex-wrap items-center gap-2 font-bold">
          {name}
          {current ? (
            <Badge tone="info">{t("current")}</Badge>
          ) : (
            <StateBadge machine={loginSessionMachine} state={status} />
          )}
        </p>
        <p className="numerals text-muted text-sm">
          {now !== null && t("lastSeen", { ago: format.relative(lastSeenAt, now) })} ·{" "}
          {t("since", { at: format.date(createdAt) })}
          {ip && ` · ${ip}`}
        </p>
      </div>
      {!current && status === "ACTIVE" && (
        <Button look="danger" pending={ending} onClick={onAsk} aria-label={`${t("end")}: ${name}`}>
          {t("end")}
        </Button>
      )}
    </li>
  );
}
