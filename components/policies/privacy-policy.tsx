import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFormat } from "../i18n/format.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { PolicySection } from "./policy-section.tsx";
import { POLICIES_IN_FORCE_SINCE } from "./since.ts";

interface PrivacyPolicyProps {
  business: { name: string | undefined; phone: string | undefined; email: string | undefined };
  /** What says something of a person by itself. */
  personal: readonly { what: string; why: string; kept: string }[];
  /** What is kept of what people did, by how long it is kept. */
  records: readonly { what: string; kept: string }[];
}

const SECTIONS = ["others", "erasing", "rights", "safety", "cookies", "children", "complaints"] as const;

/** What the shop keeps of people, as the law asks it to say. */
export function PrivacyPolicy({ business, personal, records }: PrivacyPolicyProps) {
  const t = useTranslations("privacyPolicy");
  const format = useFormat();
  const contacts = [business.email, business.phone].filter((contact) => contact !== undefined);
  return (
    <article className="grid max-w-3xl gap-8">
      <PageHeader title={t("title")} lead={t("lead", { business: business.name ?? t("shop") })} />
      <PolicySection title={t("kept.title")} text={t("kept.text")}>
        <Kept
          name={t("kept.title")}
          head={[t("kept.what"), t("kept.why"), t("kept.until")]}
          rows={personal.map(({ what, why, kept }) => [what, why, kept])}
        />
      </PolicySection>
      <PolicySection title={t("records.title")} text={t("records.text")}>
        <Kept
          name={t("records.title")}
          head={[t("kept.what"), t("kept.until")]}
          rows={records.map(({ what, kept }) => [what, kept])}
        />
      </PolicySection>
      {SECTIONS.map((section) => (
        <PolicySection
          key={section}
          title={t(`sections.${section}.title`)}
          text={t(`sections.${section}.text`)}
        />
      ))}
      <PolicySection
        title={t("officer.title")}
        text={
          contacts.length > 0 ? t("officer.text", { contacts: contacts.join(", ") }) : t("officer.unnamed")
        }
      />
      <p className="text-muted">{t("since", { date: format.date(POLICIES_IN_FORCE_SINCE, "date") })}</p>
    </article>
  );
}

interface KeptProps {
  name: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A table that becomes a list of cards where the screen is too narrow for its columns. */
function Kept({ name, head, rows }: KeptProps) {
  const id = useId();
  return (
    <table aria-label={name} className="w-full border-collapse text-sm max-sm:block">
      <thead className="max-sm:sr-only">
        <tr className="border-line border-b text-left text-muted">
          {head.map((title, column) => (
            <th key={title} id={`${id}${column}`} scope="col" className="py-2 pr-4 font-semibold last:pr-0">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map((cells) => (
          <tr key={cells.join("|")} className="border-line border-b align-top max-sm:grid max-sm:py-2">
            {cells.map((text, column) => (
              <td
                key={head[column]}
                headers={`${id}${column}`}
                className={`py-2 pr-4 last:pr-0 max-sm:py-0.5 ${column === 0 ? "font-semibold" : "text-muted"}`}
              >
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
