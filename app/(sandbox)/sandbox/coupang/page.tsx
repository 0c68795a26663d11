import { CoupangPage } from "#components/sandbox/coupang-page.tsx";

export default function Page() {
  return <CoupangPage />;
}
