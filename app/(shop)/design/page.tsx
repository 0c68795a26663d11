import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DesignBoard } from "#components/design/design-board.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { LightPage } from "../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("design"))("title"), robots: { index: false } };
}

/** Every component in every state, for who changes how the shop looks and for the visual checks. */
export default function Page() {
  return (
    <PageMessages of={["catalog", "design", "door", "push", "queue", "seatName"]}>
      <LightPage name="design" view={DesignBoard} props={{}} />
    </PageMessages>
  );
}
