import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyDevices } from "#components/auth/my-devices.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("devices"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["devices", "loginEnded", "state"]}>
      <LightPage
        name="devices"
        view={MyDevices}
        props={{}}
        ahead={({ auth }, client) => client.fetchQuery(auth.myLoginSessions.queryOptions({}))}
      />
    </PageMessages>
  );
}
