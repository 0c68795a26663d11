import { PageMessages } from "#components/i18n/page-messages.tsx";
import { SandboxPaymentPage } from "#components/sandbox/sandbox-payment-page.tsx";
import { createContext } from "#server/platform/operation/context.ts";
import { getSandboxPayment } from "#server/sandbox/queries.ts";
import { LightPage } from "../../../../light-page.tsx";
import { orNotFound } from "../../../../or-not-found.ts";

/** As the address has it, whose letters are base64url and a full stop, none of which is ever encoded. */
export default async function Page({ params }: { params: Promise<{ ticket: string }> }) {
  const { ticket } = await params;
  // The ticket itself is the proof: every person who has it may read what it is for.
  await orNotFound(getSandboxPayment(createContext(), { ticket }));
  return (
    <PageMessages of={["error", "sandboxPay"]}>
      <LightPage
        name="sandboxPayment"
        view={SandboxPaymentPage}
        props={{ ticket }}
        ahead={({ sandbox }, client) => client.fetchQuery(sandbox.payment.queryOptions({ ticket }))}
      />
    </PageMessages>
  );
}
