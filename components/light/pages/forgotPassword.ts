import { ForgotPasswordPage } from "../../credentials/forgot-password-page.tsx";
import { boot } from "../boot.tsx";

boot(ForgotPasswordPage);
