import { CoupangPage } from "../../sandbox/coupang-page.tsx";
import { boot } from "../boot-bare.tsx";

boot(CoupangPage);
