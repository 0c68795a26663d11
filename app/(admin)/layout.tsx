import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { RequireAdmin } from "#components/admin/require-admin.tsx";
import { asTheme, themeCookie } from "#components/preferences/theme.ts";
import { AppShell } from "#components/shell/app-shell.tsx";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const theme = asTheme((await cookies()).get(themeCookie)?.value);
  return (
    <AppShell theme={theme}>
      <RequireAdmin>{children}</RequireAdmin>
    </AppShell>
  );
}
