import { SandboxPaymentPage } from "../../sandbox/sandbox-payment-page.tsx";
import { boot } from "../boot-bare.tsx";

boot(SandboxPaymentPage);
