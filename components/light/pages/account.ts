import { AccountPage } from "../../credentials/account-page.tsx";
import { boot } from "../boot.tsx";

boot(AccountPage);
