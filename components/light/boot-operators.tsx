import { AdminShell } from "../operator/shell/admin-shell.tsx";
import { RequireAdmin } from "../operator/shell/require-admin.tsx";
import { bootIn } from "./boot-in.tsx";

/** Takes over a page that operators alone may see, in the frame of app/(admin)/layout.tsx. */
export const boot = bootIn(AdminShell, RequireAdmin);

/** The same for a page in that frame that anyone may see. */
export const bootPublic = bootIn(AdminShell);
