import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "#components/credentials/account-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { LightPage } from "../../../light-page.tsx";
import { chosenTheme } from "../../../theme.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("credentials"))("title") };
}

export default async function Page() {
  const theme = await chosenTheme();
  return (
    <PageMessages of={["auth", "credentials", "devices", "loginEnded"]}>
      <LightPage
        name="account"
        view={AccountPage}
        props={{ theme }}
        ahead={({ auth, credentials }, client) =>
          Promise.all([
            client.fetchQuery(credentials.mine.queryOptions({})),
            client.fetchQuery(auth.mySecondFactor.queryOptions({})),
            client.fetchQuery(auth.myPasskeys.queryOptions({})),
          ])
        }
      />
    </PageMessages>
  );
}
