import { IntegrationPage } from "#components/operator/integration/integration-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";

export default function Page() {
  return (
    <RequireAdmin>
      <IntegrationPage />
    </RequireAdmin>
  );
}
