import { LinkPage } from "../../credentials/link-page.tsx";
import { boot } from "../boot.tsx";

boot(LinkPage);
