import { useTranslations } from "next-intl";
import { Alert } from "../ui/alert.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Progress } from "../ui/progress.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { type Tone, toneStyles } from "../ui/tone.ts";
import { Samples } from "./board.tsx";

const TONES = Object.keys(toneStyles) as Tone[];

/** Notices and badges of every tone, and what is shown while something loads. */
export function MessageSamples() {
  const t = useTranslations("design");
  return (
    <>
      <Samples>
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {t("held")}
          </Badge>
        ))}
      </Samples>
      <div className="grid gap-3 sm:grid-cols-2">
        {TONES.map((tone) => (
          <Alert
            key={tone}
            tone={tone}
            title={t("held")}
            action={<Button look="secondary">{t("act")}</Button>}
          >
            {t("text")}
          </Alert>
        ))}
      </div>
      <Progress percent={62} label={t("busy")} />
      <Samples>
        <Spinner className="size-6" />
        {/* A still picture of it: the checks wait until no page pulses any more. */}
        <Skeleton className="h-6 w-48 animate-none" />
      </Samples>
    </>
  );
}
