import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { DepartmentsPage } from "#components/operator/departments/departments-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("departments"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["departments", "loginEnded"]}>
      <RequireAdmin>
        <LightPage name="adminDepartments" view={DepartmentsPage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
