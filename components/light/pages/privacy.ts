import { PrivacyPage } from "../../privacy/privacy-page.tsx";
import { boot } from "../boot.tsx";

boot(PrivacyPage);
