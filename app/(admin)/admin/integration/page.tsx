import { PageMessages } from "#components/i18n/page-messages.tsx";
import { IntegrationPage } from "#components/operator/integration/integration-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { LightPage } from "../../../light-page.tsx";

export default function Page() {
  return (
    <PageMessages of={["integration", "integrationReason", "loginEnded", "state"]}>
      <RequireAdmin>
        <LightPage name="adminIntegration" view={IntegrationPage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
