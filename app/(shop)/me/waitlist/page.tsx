import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyWaitlist } from "#components/buyer/waitlist/my-waitlist.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waitlist"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "push", "state", "waitlist"]}>
      <LightPage
        name="waitlists"
        view={MyWaitlist}
        props={{}}
        ahead={({ waitlist }, client) => client.fetchQuery(waitlist.mine.queryOptions({}))}
      />
    </PageMessages>
  );
}
