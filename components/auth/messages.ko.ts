export const auth = {
  logInTitle: "로그인",
  logInLead: "로그인하면 바로 예매할 수 있어요.",
  signUpTitle: "회원가입",
  signUpLead: "이메일과 비밀번호만 있으면 돼요.",
  email: "이메일",
  password: "비밀번호",
  showPassword: "비밀번호 보기",
  hidePassword: "비밀번호 숨기기",
  emailInvalid: "이메일 주소를 확인해 주세요.",
  passwordMissing: "비밀번호를 입력해 주세요.",
  code: "인증 코드",
  codeHint: "인증 앱의 6자리 코드예요. 앱이 없으면 복구 코드를 입력해 주세요.",
  withPasskey: "패스키로 계속하기",
  forgotPassword: "비밀번호를 잊으셨나요?",
  passwordWeak: "아래 조건을 모두 충족해 주세요.",
  rulesTitle: "비밀번호 조건",
  rules: {
    length: "8자 이상",
    upper: "영문 대문자",
    lower: "영문 소문자",
    digit: "숫자",
    uncommon: "흔하지 않은 비밀번호",
  },
  ruleMet: "충족",
  ruleUnmet: "미충족",
  logIn: "로그인",
  signUp: "가입하기",
  agreement:
    "가입하면 <terms>이용약관</terms>에 동의하고 <privacy>개인정보 처리방침</privacy>을 확인한 것으로 봐요. 만 14세부터 가입할 수 있어요.",
  toSignUp: "처음이신가요?",
  toLogIn: "이미 계정이 있나요?",
} as const;

export const loginEnded = {
  title: "로그인이 종료됐어요",
  kept: "여기 있던 내용은 화면에서 지웠어요. 선점한 티켓은 남은 시간까지, 결제한 티켓은 그대로 있어요.",
  action: "다시 로그인",
} as const;

export const devices = {
  title: "로그인 기기",
  lead: "모르는 기기가 있으면 바로 종료하고 비밀번호를 바꿔 주세요.",
  current: "이 기기",
  lastSeen: "마지막 사용 {ago}",
  since: "{at} 로그인",
  end: "로그아웃",
  endTitle: "이 기기를 로그아웃할까요?",
  endBody: "{device}에서 바로 로그아웃돼요.",
  unknown: "알 수 없는 기기",
  device: "{browser} · {system}",
} as const;
