import { SandboxPaymentPage } from "#components/payments/sandbox-payment-page.tsx";

/** As the address has it, whose letters are base64url and a full stop, none of which is ever encoded. */
export default async function Page({ params }: { params: Promise<{ ticket: string }> }) {
  return <SandboxPaymentPage ticket={(await params).ticket} />;
}
