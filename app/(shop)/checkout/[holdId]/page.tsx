import { notFound } from "next/navigation";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { CheckoutPage } from "#components/checkout/checkout-page.tsx";
import { holdId } from "#server/holds/contract.ts";

export default async function Page({ params }: { params: Promise<{ holdId: string }> }) {
  const parsed = holdId.safeParse((await params).holdId);
  if (!parsed.success) notFound();
  return (
    <RequireLogin>
      <CheckoutPage holdId={parsed.data} />
    </RequireLogin>
  );
}
