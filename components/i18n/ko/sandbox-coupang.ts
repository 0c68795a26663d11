/** The pretended marketplace. It is another firm: it speaks more formally than we do. */
export const sandboxCoupang = {
  company: "모래쿠팡 WING",
  notice: "실제 쿠팡이 아닌 연습용 화면입니다.",
  vendorId: "판매자 ID",
  logIn: "로그인",
  step: { sms: "1단계. 휴대전화 인증", email: "2단계. 이메일 인증" },
  to: { sms: "인증번호를 받을 전화번호", email: "인증번호를 받을 이메일" },
  fault: "이상 상황 연습",
  faults: {
    none: "바로 보내기",
    late: "10초 늦게 보내기",
    wrong: "틀린 번호 보내기",
    twice: "두 번 보내기",
    never: "보내지 않기",
  },
  send: "인증번호 요청",
  sent: "인증번호를 보냈습니다.",
  code: "인증번호",
  enter: "확인",
  refused: "인증번호가 올바르지 않습니다.",
  verified: "{vendorId} 계정의 인증이 끝났습니다. 원래 화면으로 돌아가십시오.",
} as const;
