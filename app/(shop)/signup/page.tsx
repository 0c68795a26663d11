import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { AuthPage } from "#components/auth/auth-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signUpTitle") };
}

export default function SignUpPage() {
  return (
    <PageMessages of={["auth"]}>
      <Suspense>
        <AuthPage way="signup" />
      </Suspense>
    </PageMessages>
  );
}
