import { RequireAdmin } from "#components/admin/require-admin.tsx";
import { IntegrationPage } from "#components/integration/integration-page.tsx";

export default function Page() {
  return (
    <RequireAdmin>
      <IntegrationPage />
    </RequireAdmin>
  );
}
