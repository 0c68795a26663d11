import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyDevices } from "#components/auth/my-devices.tsx";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("devices"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["devices", "loginEnded", "state"]}>
      <RequireLogin>
        <MyDevices />
      </RequireLogin>
    </PageMessages>
  );
}
