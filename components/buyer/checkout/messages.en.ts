import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const checkout: Translated<typeof ko.checkout> = {
  title: "Checkout",
  summary: "Your order",
  event: "Event",
  startsAt: "Date",
  venue: "Venue",
  seats: "Seats",
  quantity: "Quantity",
  count: "{count, plural, one {# ticket} other {# tickets}}",
  changeSeats: {
    open: "Change seats",
    title: "Change your seats",
    lead: "You can take other seats in the time that is left. Until then the ones you hold stay yours.",
    keep: "Keep my seats",
    back: "Back to checkout",
    fixed: {
      paying: {
        title: "Your payment has begun, so your seats stay as they are",
        body: "Pay for these seats, or release them and choose again.",
      },
      counted: { title: "There are no seats to change", body: "These tickets are not for numbered seats." },
    },
  },
  unitPrice: "Price each",
  shippingFee: "Shipping fee",
  delivery: {
    legend: "How you get your tickets",
    types: { MOBILE: "Mobile tickets", PAPER: "Paper tickets" },
    hints: {
      MOBILE: "In My tickets as soon as you have paid.",
      PAPER: "Shipping {fee} · can be ordered until {until}. You get mobile tickets too.",
    },
    address: "Address",
    fields: {
      recipient: "Recipient",
      phone: "Phone number",
      postcode: "Postcode",
      address1: "Address",
      address2: "Building and unit",
    },
    fieldHints: {
      phone: "The carrier may call this number.",
      postcode: "Five digits",
      address1: "An address in Korea, written in Korean",
      address2: "Leave it empty if there is none.",
    },
    problems: {
      recipient: "Enter a name of up to 50 characters, without emoji.",
      phone: "Enter a phone number in Korea, such as 010-1234-5678.",
      postcode: "A postcode in Korea has five digits.",
      address1: "Enter an address in Korea in Korean, of up to 100 characters.",
      address2: "Enter up to 100 characters, without emoji.",
    },
  },
  total: "Total",
  method: "Payment method",
  methods: { CARD: "Credit or debit card", TRANSFER: "Bank transfer", EASY_PAY: "Easy pay" },
  methodHints: {
    CARD: "Any card issued in Korea",
    TRANSFER: "Directly from your bank account",
    EASY_PAY: "One tap with a saved wallet",
  },
  pay: "Pay {amount}",
  declined: "Your card was declined",
  declinedNext:
    "You were not charged, and your tickets are still on hold. Please pay with another card or method.",
  redirectNote: "You will continue on the payment company's secure page. We never see your card.",
  agreement:
    "By paying you agree to the <terms>terms of use</terms> and the <refunds>refund rules</refunds>.",
};

export const holdOver: Translated<typeof ko.holdOver> = {
  confirming: {
    title: "Your payment is being confirmed",
    charged: "Not known yet. You will not be charged twice",
    seat: "Your tickets stay on hold until we know",
    next: "Please wait for the result and do not pay again",
  },
  checking: {
    title: "Time is up, and we are checking your payment",
    charged: "Not known yet. If you paid late, you get the tickets or a full refund",
    seat: "Nothing is on hold for you right now",
    next: "Please wait for the result and do not pay again",
  },
  paid: {
    title: "You have already paid",
    charged: "Payment complete. There is nothing more to pay",
    seat: "Your tickets are issued",
    next: "The QR codes are in My tickets",
  },
  cancelled: {
    title: "This order was cancelled",
    charged: "We have requested your refund",
    seat: "The tickets are void",
    next: "Your order shows the refund status",
  },
  paid_late: {
    title: "Your payment arrived too late",
    charged: "We have requested a full refund",
    seat: "No tickets were issued",
    next: "Your order shows the refund status",
  },
  returned: {
    title: "You released these tickets",
    charged: "You were not charged",
    seat: "The tickets are back on sale",
    next: "If any are left, you can book again",
  },
  expired: {
    title: "Your hold has expired",
    charged: "You were not charged",
    seat: "The tickets are back on sale",
    next: "If any are left, you can hold the same number again",
  },
  payment_failed: {
    title: "The payment was declined",
    charged: "You were not charged",
    seat: "The tickets are back on sale",
    next: "Have another payment method ready and book again",
  },
  sale_ended: {
    title: "Sales have ended",
    charged: "You were not charged",
    seat: "Nothing is on hold for you, and this date is no longer on sale",
    next: "Take a look at the other dates",
  },
  withdrawn: {
    title: "This event is no longer on sale",
    charged: "You were not charged",
    seat: "Nothing is on hold for you, and this event is no longer on sale",
    next: "Take a look at other events",
  },
  session_cancelled: {
    title: "This date was cancelled",
    charged: "You were not charged",
    seat: "Your hold was released, and this date will not take place",
    next: "See the other dates",
  },
  actions: {
    browse: "See events",
    tickets: "See my tickets",
    order: "See the order",
    result: "See the payment result",
    event: "See other dates",
    holdAgain: "Hold {count, plural, one {# ticket} other {# tickets}} again",
    rejoin: "Book again",
    rejoinNote:
      "You have used your turn, so you start at the end of the queue. We will remember that you want {count, plural, one {# ticket} other {# tickets}}.",
  },
};

export const purchaseBar: Translated<typeof ko.purchaseBar> = {
  left: "Time left",
  held: "{title}: {count, plural, one {# ticket} other {# tickets}} on hold",
  holding: "{count, plural, one {# ticket is} other {# tickets are}} on hold for you",
  paying: "Your tickets are on hold until you have paid",
  hurry: "1 minute left",
  lastCall: "{seconds, number} seconds left before your tickets are released",
  total: "Total",
  steps: { label: "Booking steps", choice: "Choose", held: "On hold", checkout: "Review", pay: "Pay" },
  continue: "Continue to payment",
  confirming:
    "{title}: your payment for {count, plural, one {# ticket} other {# tickets}} is being confirmed",
  confirmingNote: "Please do not pay again. Your tickets stay on hold until we know.",
  seeResult: "See the payment result",
  over: {
    returned:
      "Time is up: {count, plural, one {your ticket for {title} was} other {your # tickets for {title} were}} released",
    returnedNext: "You were not charged. If tickets are left, you can book again.",
    again: "Book again",
    ended: "The hold on {count, plural, one {your ticket} other {your # tickets}} for {title} is over",
    endedNext: "See what became of your payment and tickets.",
    see: "Take a look",
  },
};

export const outlook: Translated<typeof ko.outlook> = {
  charged: "Payment",
  seat: "Tickets",
  next: "Next",
};
