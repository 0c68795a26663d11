"use client";
import { useTranslations } from "next-intl";
import { CopyButton } from "../../ui/copy-button.tsx";
import { prettyJson } from "./pretty-json.ts";

/** The payload, formatted for reading; the copy button copies it byte for byte. */
export function Payload({ payload }: { payload: string }) {
  const t = useTranslations("transmission");
  const pretty = prettyJson(payload);
  const bytes = new TextEncoder().encode(payload).length;
  return (
    <section aria-labelledby="payload" className="grid min-w-0 content-start gap-3">
      <div className="flex min-h-touch items-center justify-between gap-3">
        <h2 id="payload" className="font-bold text-xl">
          {t("payload")}
        </h2>
        <CopyButton text={payload} label={t("copyPayload")} />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable with the keyboard.
        tabIndex={0}
        className="max-h-120 overflow-auto whitespace-pre rounded-lg border border-line bg-sunken p-4 font-mono text-[0.8125rem] leading-relaxed"
      >
        {pretty ?? payload}
      </pre>
      <p className="numerals text-muted text-sm">
        {t(pretty === null ? "payloadRaw" : "payloadHint", { bytes })}
      </p>
    </section>
  );
}
