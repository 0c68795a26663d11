import { orders } from "../schema/orders.ts";
import { deliveryAddresses, shippings } from "../schema/shipping.ts";
import { personal, use, within } from "./declare.ts";

/** The tables of paper tickets on their way. */
export const parcels = [
  use(deliveryAddresses, {
    purpose: "Where paper tickets go.",
    kept: "purchase",
    records: { en: "that a delivery address was given", ko: "배송지를 입력한 사실" },
    owners: [within(deliveryAddresses.orderId, orders.id)],
    columns: {
      id: "Names the address.",
      orderId: "Of which order.",
      sealed: personal(
        {
          en: "Recipient, phone number and address of paper tickets, encrypted",
          ko: "종이 티켓을 받는 분의 이름, 전화번호, 주소(암호화)",
        },
        { en: "Sending the parcel with the tickets.", ko: "티켓을 배송하려고" },
        { kept: "address" },
      ),
      erasedAt: "When it was erased.",
      createdAt: "When it was given.",
    },
  }),
  use(shippings, {
    purpose: "The parcel with the paper tickets of an order.",
    kept: "purchase",
    records: { en: "deliveries", ko: "배송" },
    owners: [within(shippings.orderId, orders.id)],
    columns: {
      id: "Names the parcel.",
      orderId: "Of which order.",
      state: "What became of it.",
      carrier: "Who carries it.",
      trackingNumber: "How its carrier names it.",
      createdAt: "When its order was paid.",
      updatedAt: "When it last changed.",
    },
  }),
];
