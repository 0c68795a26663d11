import { useTranslations } from "next-intl";
import { toneStyles } from "../ui/tone.ts";
import { Samples } from "./board.tsx";

const SURFACES = {
  paper: "bg-paper text-ink",
  surface: "bg-surface text-ink",
  sunken: "bg-sunken text-ink",
  primary: "bg-primary text-on-primary",
  "primary-soft": "bg-primary-soft text-ink",
  ink: "bg-ink text-paper",
};
const SIZES = ["text-4xl", "text-3xl", "text-2xl", "text-xl", "text-lg", "text-base", "text-sm"];

/** The colours with their names, and the sizes of type. */
export function FoundationSamples() {
  const t = useTranslations("design");
  return (
    <>
      <Samples>
        {Object.entries({ ...SURFACES, ...toneStyles }).map(([name, style]) => (
          <code key={name} className={`rounded-md border border-line px-4 py-6 text-sm ${style}`}>
            {name}
          </code>
        ))}
      </Samples>
      <div className="grid gap-1">
        {SIZES.map((size) => (
          <p key={size} className={`${size} font-bold leading-tight`}>
            {t("heading")}
          </p>
        ))}
        <p>{t("text")}</p>
        <p className="text-muted">{t("text")}</p>
        <p className="field-name">{t("text")}</p>
        <p className="figure text-8xl">1,024</p>
      </div>
    </>
  );
}
