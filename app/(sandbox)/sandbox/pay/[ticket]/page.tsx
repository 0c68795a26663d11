import { SandboxPaymentPage } from "#components/payments/sandbox-payment-page.tsx";

export default async function Page({ params }: { params: Promise<{ ticket: string }> }) {
  return <SandboxPaymentPage ticket={decodeURIComponent((await params).ticket)} />;
}
