import { PageMessages } from "#components/i18n/page-messages.tsx";
import { ConnectStart } from "#components/seller/connect/connect-start.tsx";
import { LightPage } from "../../../light-page.tsx";

export default function Page() {
  return (
    <PageMessages of={["connect", "loginEnded"]}>
      <LightPage
        name="sellerConnect"
        view={ConnectStart}
        props={{}}
        ahead={({ integration }, client) => client.fetchQuery(integration.myRunning.queryOptions({}))}
      />
    </PageMessages>
  );
}
