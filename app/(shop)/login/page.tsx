import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "#components/auth/auth-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { LightPage } from "../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("logInTitle") };
}

export default function LogInPage() {
  return (
    <PageMessages of={["auth"]}>
      <LightPage name="login" view={AuthPage} props={{ way: "login" }} />
    </PageMessages>
  );
}
