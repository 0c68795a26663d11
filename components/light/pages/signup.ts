import { AuthPage } from "../../auth/auth-page.tsx";
import { boot } from "../boot.tsx";

boot(AuthPage);
