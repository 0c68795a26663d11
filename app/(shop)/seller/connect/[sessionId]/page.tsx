import { notFound } from "next/navigation";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { ConnectPage } from "#components/integration/connect-page.tsx";
import { integrationSessionId } from "#server/integration/contract.ts";

export default async function Page({ params }: { params: Promise<{ sessionId: string }> }) {
  const parsed = integrationSessionId.safeParse((await params).sessionId);
  if (!parsed.success) notFound();
  return (
    <RequireLogin>
      <ConnectPage sessionId={parsed.data} />
    </RequireLogin>
  );
}
