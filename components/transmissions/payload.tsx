"use client";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";

/** The body: laid out for reading, and to be copied as it is sent. */
export function Payload({ text }: { text: string }) {
  const t = useTranslations();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast.success(t("ui.copied")),
      () => toast.error(t("ui.copyFailed")),
    );
  return (
    <Card className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-bold text-xl">{t("transmission.payload")}</h2>
        <Button look="secondary" onClick={() => void copy()}>
          {t("transmission.copyPayload")}
        </Button>
      </div>
      <pre
        // Scrolls sideways, and so must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region without controls
        tabIndex={0}
        className="overflow-x-auto rounded-sm bg-sunken p-4 font-mono text-sm"
      >
        {laidOut(text)}
      </pre>
    </Card>
  );
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
