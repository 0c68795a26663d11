import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgotPasswordPage } from "#components/credentials/forgot-password-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { LightPage } from "../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forgotPassword"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["forgotPassword"]}>
      <LightPage name="forgotPassword" view={ForgotPasswordPage} props={{}} />
    </PageMessages>
  );
}
