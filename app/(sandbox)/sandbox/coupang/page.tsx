import { PageMessages } from "#components/i18n/page-messages.tsx";
import { CoupangPage } from "#components/sandbox/coupang-page.tsx";
import { LightPage } from "../../../light-page.tsx";

interface PageProps {
  searchParams: Promise<{ vendorId?: string | string[] }>;
}

/** A seller who comes from the wizard is logged in already. */
export default async function Page({ searchParams }: PageProps) {
  const { vendorId = "" } = await searchParams;
  return (
    <PageMessages of={["error", "sandboxCoupang"]}>
      <LightPage name="sandboxCoupang" view={CoupangPage} props={{ vendorId: String(vendorId) }} />
    </PageMessages>
  );
}
