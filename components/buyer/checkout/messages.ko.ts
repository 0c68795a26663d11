export const checkout = {
  title: "결제하기",
  summary: "주문 내용",
  event: "공연",
  startsAt: "일시",
  venue: "장소",
  seats: "좌석",
  quantity: "수량",
  count: "{count, number}장",
  changeSeats: {
    open: "좌석 바꾸기",
    title: "좌석 바꾸기",
    lead: "남은 시간 안에 다른 좌석으로 바꿀 수 있어요. 바꾸기 전까지 지금 좌석은 그대로 선점돼 있어요.",
    keep: "그대로 두기",
    back: "결제로 돌아가기",
    fixed: {
      paying: {
        title: "결제를 시작해서 좌석을 바꿀 수 없어요",
        body: "지금 좌석으로 결제하거나, 선점을 취소하고 다시 골라 주세요.",
      },
      counted: { title: "바꿀 좌석이 없어요", body: "비지정석 티켓이라 좌석이 정해져 있지 않아요." },
    },
  },
  unitPrice: "1장 가격",
  shippingFee: "배송비",
  delivery: {
    legend: "티켓 받는 방법",
    types: { MOBILE: "모바일 티켓", PAPER: "종이 티켓" },
    hints: {
      MOBILE: "결제하면 바로 내 티켓에서 볼 수 있어요.",
      PAPER: "배송비 {fee} · {until}까지 주문할 수 있어요. 모바일 티켓도 함께 드려요.",
    },
    address: "받는 곳",
    fields: {
      recipient: "받는 분",
      phone: "전화번호",
      postcode: "우편번호",
      address1: "주소",
      address2: "상세 주소",
    },
    fieldHints: {
      phone: "배송 기사님이 연락드릴 번호예요.",
      postcode: "숫자 5자리",
      address1: "도로명이나 지번까지 한글로 적어 주세요.",
      address2: "동·호수 (없으면 비워 두세요)",
    },
    problems: {
      recipient: "받는 분 이름을 50자까지 적어 주세요. 이모지는 쓸 수 없어요.",
      phone: "한국 전화번호를 적어 주세요. 예: 010-1234-5678",
      postcode: "우편번호는 숫자 5자리예요.",
      address1: "한국 주소를 한글로 100자까지 적어 주세요.",
      address2: "상세 주소를 100자까지 적어 주세요. 이모지는 쓸 수 없어요.",
    },
  },
  total: "결제 금액",
  method: "결제 수단",
  methods: { CARD: "신용·체크카드", TRANSFER: "계좌이체", EASY_PAY: "간편결제" },
  methodHints: {
    CARD: "국내에서 발급한 모든 카드",
    TRANSFER: "은행 계좌에서 바로 이체",
    EASY_PAY: "등록해 둔 간편결제로 한 번에",
  },
  pay: "{amount} 결제하기",
  declined: "카드가 거절됐어요",
  declinedNext: "결제된 금액은 없고 선점한 티켓은 그대로예요. 다른 카드나 수단으로 결제해 주세요.",
  redirectNote: "결제 회사의 안전한 화면으로 이동해요. 카드 정보는 저희가 보지 않아요.",
} as const;

export const holdOver = {
  confirming: {
    title: "결제를 확인하고 있어요",
    charged: "아직 알 수 없어요. 두 번 결제되지는 않아요",
    seat: "확인될 때까지 선점이 유지돼요",
    next: "다시 결제하지 말고 결과를 기다려 주세요",
  },
  checking: {
    title: "시간이 끝났고, 결제됐는지 확인하고 있어요",
    charged: "아직 알 수 없어요. 늦게 결제됐다면 티켓을 드리거나 전액 환불해요",
    seat: "지금은 선점되어 있지 않아요",
    next: "다시 결제하지 말고 결과를 기다려 주세요",
  },
  paid: {
    title: "이미 결제했어요",
    charged: "결제가 끝났어요. 다시 결제하지 않아도 돼요",
    seat: "티켓이 발급됐어요",
    next: "내 티켓에서 QR을 볼 수 있어요",
  },
  cancelled: {
    title: "취소된 주문이에요",
    charged: "결제한 금액은 환불을 요청했어요",
    seat: "티켓은 무효가 됐어요",
    next: "환불 진행 상황을 주문 내역에서 볼 수 있어요",
  },
  paid_late: {
    title: "결제가 늦게 도착해 티켓을 드리지 못했어요",
    charged: "결제한 금액은 전액 환불을 요청했어요",
    seat: "발급된 티켓은 없어요",
    next: "환불 진행 상황을 주문 내역에서 볼 수 있어요",
  },
  returned: {
    title: "선점을 취소했어요",
    charged: "결제되지 않았어요",
    seat: "티켓은 다시 판매되고 있어요",
    next: "남아 있으면 다시 예매할 수 있어요",
  },
  expired: {
    title: "선점 시간이 끝났어요",
    charged: "결제되지 않았어요",
    seat: "티켓은 다시 판매되고 있어요",
    next: "남아 있으면 같은 수량으로 다시 선점할 수 있어요",
  },
  payment_failed: {
    title: "결제가 거절됐어요",
    charged: "결제된 금액은 없어요",
    seat: "티켓은 다시 판매되고 있어요",
    next: "다른 결제 수단을 준비해 다시 예매해 주세요",
  },
  sale_ended: {
    title: "판매가 끝났어요",
    charged: "결제되지 않았어요",
    seat: "선점이 풀렸고, 이 회차는 더 팔지 않아요",
    next: "다른 회차를 살펴봐 주세요",
  },
  withdrawn: {
    title: "판매가 중단된 공연이에요",
    charged: "결제되지 않았어요",
    seat: "선점이 풀렸고, 이 공연은 더 팔지 않아요",
    next: "다른 공연을 살펴봐 주세요",
  },
  session_cancelled: {
    title: "취소된 회차예요",
    charged: "결제되지 않았어요",
    seat: "선점이 풀렸고, 이 회차는 열리지 않아요",
    next: "다른 회차를 살펴봐 주세요",
  },
  actions: {
    browse: "공연 보러 가기",
    tickets: "내 티켓 보기",
    order: "주문 보기",
    result: "결제 결과 보기",
    event: "다른 회차 보기",
    holdAgain: "{count, number}장 다시 선점하기",
    rejoin: "다시 예매하기",
    rejoinNote: "입장 차례를 이미 써서 대기열 맨 뒤에서 다시 시작해요. {count, number}장은 기억해 둘게요.",
  },
} as const;

export const purchaseBar = {
  left: "남은 시간",
  held: "{title} {count, number}장을 선점했어요",
  hurry: "곧 선점이 풀려요",
  continue: "이어서 결제",
  confirming: "{title} {count, number}장의 결제를 확인하고 있어요",
  confirmingNote: "다시 결제하지 마세요. 선점한 티켓은 확인될 때까지 유지돼요.",
  seeResult: "결제 결과 보기",
} as const;

export const outlook = {
  charged: "결제",
  seat: "티켓",
  next: "다음",
} as const;
