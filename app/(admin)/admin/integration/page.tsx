import { IntegrationPage } from "#components/integration/integration-page.tsx";

export default function Page() {
  return <IntegrationPage />;
}
