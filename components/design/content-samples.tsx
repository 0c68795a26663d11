import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DescriptionList } from "../ui/description-list.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Pager } from "../ui/pager.tsx";
import { Tabs } from "../ui/tabs.tsx";

/** What holds the content of pages: cards, lists of facts, tabs, and what stands where there is nothing. */
export function ContentSamples() {
  const t = useTranslations("design");
  const [tab, setTab] = useState<"first" | "second">("first");
  const facts = [
    { term: t("venue"), detail: t("heading") },
    { term: t("quantity"), detail: "2" },
    { term: t("delivery"), detail: t("mobile"), strong: true },
  ];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Card>
        <DescriptionList items={facts} />
      </Card>
      <Card>
        <DescriptionList items={facts} layout="grid" />
      </Card>
      <EmptyState title={t("empty")} action={<Button>{t("act")}</Button>}>
        {t("emptyBody")}
      </EmptyState>
      <div>
        <Tabs
          label={t("content")}
          value={tab}
          onChange={setTab}
          tabs={[
            { value: "first", label: t("first"), content: t("text") },
            { value: "second", label: t("second"), content: t("emptyBody") },
          ]}
        />
      </div>
      <Pager
        label={t("content")}
        pages={["1", "2", "3"].map((key) => ({ key, content: <Card>{key}</Card> }))}
      />
    </div>
  );
}
