import { MailboxPage } from "../../sandbox/mailbox-page.tsx";
import { boot } from "../boot.tsx";

boot(MailboxPage);
