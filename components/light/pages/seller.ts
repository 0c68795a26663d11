import { SellerHome } from "../../seller/connect/seller-home.tsx";
import { boot } from "../boot.tsx";

boot(SellerHome);
