import { describe, expect, it } from "vitest";
import { codeIn, maskDigits, readable } from "./codes.policy.ts";

const QUOTED_PRINTABLE =
  "=EC=9D=B8=EC=A6=9D=EB=B2=88=ED=98=B8=EB=8A=94 654=\r\n321=EC=9E=85=EB=8B=88=EB=8B=A4.";
const HTML_MAIL = `<html><head><style>.c{color:#112233;width:100200px}</style></head><body>
<p>안녕하세요, 판매자님.</p><p>아래 인증번호를 입력해 주세요.</p>
<table><tr><td style="color:#445566"><b>654321</b></td></tr></table>
<p>(주)쿠팡 서울특별시 송파구 송파대로 570 (우) 05510</p><a href="https://wing.coupang.com/v/998877">WING</a></body></html>`;

describe("the code of a message", () => {
  it.each([
    // Of the issue.
    ["주문번호 100200 인증번호 654321", "654321"],
    ["654321은(는) 인증번호입니다. 고객번호 112233", "654321"],
    ["2026-11-21 OTP 654321", "654321"],
    ["261121 OTP 654321", "654321"],
    ["[쿠팡] 인증번호 123-456", "123456"],
    ["[쿠팡] 인증번호 123 456 을 입력하세요", "123456"],
    ["[쿠팡] 인증번호는 ６５４３２１입니다", "654321"],
    ["인증번호 654321\n(우) 135-080 서울시 강남구", "654321"],
    ["Your verification code is 654321. Coupang, 1 Raffles Place, Singapore 048616", "654321"],
    // The word before the code.
    ["[쿠팡] 판매자 인증번호는 [482913]입니다. 타인에게 알려주지 마세요.", "482913"],
    ["[Web발신]\n[쿠팡] A00123456 판매자 인증번호 482913", "482913"],
    ["[Web발신] [쿠팡WING] 휴대폰인증번호:482913 (3분 이내 입력)", "482913"],
    ["인증번호482913을 입력해주세요", "482913"],
    ["본인확인 인증번호(6자리): 004211", "004211"],
    ["쿠팡 확인코드 : 482913", "482913"],
    ["보안 코드 482913, 10분 동안 유효", "482913"],
    ['인증 코드는 "482913" 입니다', "482913"],
    ["일회용 비밀번호 482913", "482913"],
    ["코드: 482913", "482913"],
    ["인증 482913", "482913"],
    ["Your verification code: 004211", "004211"],
    ["Coupang security code - 482 913. It expires in 10 minutes.", "482913"],
    ["Your one-time passcode (valid for 3 min): 482913", "482913"],
    ["OTP=482913", "482913"],
    ["Your verification code for Coupang WING is 482913", "482913"],
    ["인증번호\n━━━━━━\n４８２－９１３\n━━━━━━", "482913"],
    // The word after it.
    ["482913 인증번호를 입력해 주세요", "482913"],
    ["[482913] 쿠팡 본인확인 인증번호입니다", "482913"],
    ["482913(인증번호)을 3분 안에 입력해 주세요", "482913"],
    ["482913 is your Coupang verification code", "482913"],
    ["Use 482-913 as your sign-in code. Do not share it.", "482913"],
    ["<#> 482913 is your OTP. FA+9qCX9VSu", "482913"],
    // Other numbers before and after.
    ["[쿠팡] 고객님의 주문(100200) 확인을 위한 인증번호는 654321 입니다", "654321"],
    ["Your Coupang account 112233 verification code: 654321", "654321"],
    ["Security code: 654321\nAmount: 123456 KRW\nDate 20261121", "654321"],
    ["문의 021234 / 인증번호 771100", "771100"],
    ["고객센터 1577-7011, 인증번호 771100, 주문 20261121", "771100"],
    ["인증번호 771100 문의 02-1234-5678", "771100"],
    ["인증번호 771100 문의는 고객센터로", "771100"],
    ["결제금액 123,456원 인증번호 771100", "771100"],
    ["금액 100200원 확인번호 771100 2026.11.21 14:30", "771100"],
    ["Order #100200: your verification code is 771100", "771100"],
    ["Reference 112233. Security code 771100. Tel 445566", "771100"],
    ["우편번호 135-080, 인증번호 771-100", "771100"],
    ["인증번호 771100 https://coupang.com/r/112233", "771100"],
    ["인증번호 771100 (요청번호 112233)", "771100"],
    [
      "[쿠팡] 이메일 인증\n아래 인증번호를 화면에 입력해 주세요.\n\n771100\n\n감사합니다. 주문번호 112233",
      "771100",
    ],
    ["인증번호 771100\n이 코드는 3분 동안 쓸 수 있어요. 코드 771100", "771100"],
    // What gateways leave in e-mails.
    [HTML_MAIL, "654321"],
    [QUOTED_PRINTABLE, "654321"],
    ["verification code:&nbsp;<b>654</b>&#45;<b>321</b>", "654321"],
    [
      "<p>Your code</p><table><tr><td>6</td><td>5</td><td>4</td><td>3</td><td>2</td><td>1</td></tr></table>",
      "654321",
    ],
    ["인증번호 65\u200b4321", "654321"],
    ["인증번호 &#54;54321", "654321"],
    ["https://x.test/?a=65 인증번호=654321", "654321"],
  ])("of %j is %s", (text, code) => {
    expect(codeIn(text)).toBe(code);
  });

  it.each([
    ["no word for it", "주문 20261121 건, 771100"],
    ["no word at all", "771100"],
    ["a number of another word", "[쿠팡] 주문번호 100200 배송이 시작됐어요"],
    ["another word's number after the word for a code", "인증번호는 알려주지 마세요. 고객번호 112233"],
    ["a number of another word behind it", "인증번호 요청이 있었어요. 112233은 고객번호입니다"],
    ["a phone number", "인증번호 문의 080-123-4567"],
    ["a postcode", "인증번호를 보냈어요.\n우편번호 135-080"],
    ["a sum", "인증번호 확인 후 123456원이 결제됩니다"],
    ["a sum in groups", "인증번호 확인 수수료 123,456원"],
    ["a number that it is not", "인증번호는 112233이 아니라 654321입니다"],
    ["a date of six digits by its word", "인증번호 발급일자 261121"],
    ["two codes", "인증번호 111111 또는 222222"],
    ["an old and a new one", "인증번호 111111, 새 인증번호 222222"],
    ["two numbers that the word may mean", "111111 인증번호 안내 222222"],
    ["words after their numbers", "111111 고객번호 222222 인증번호"],
    ["two numbers on lines of their own", "인증번호를 입력해 주세요.\n111111\n222222"],
    ["five digits", "인증번호 12345"],
    ["seven digits", "인증번호 1234567"],
    ["eight digits in groups", "인증번호 1234-5678"],
    ["nine digits in groups", "인증번호 123 456 789"],
    ["a vendor id", "인증번호 A12345678"],
    ["letters among the digits", "verification code 12AB34 or X654321"],
    ["a code of another kind", "Your promo code 654321, zip code 112233"],
    ["the code of an order", "Booking confirmation code 654321"],
    ["a postal code in Korean", "우편코드 135-080 인증번호는 곧 보내 드려요"],
    ["an address of the web", "인증번호 확인: https://coupang.com/654321"],
    ["an advertisement", "(광고) 쿠팡 12월 할인 코드 SALE2026"],
    ["nothing", ""],
  ])("is not taken from a text with %s", (_, text) => {
    expect(codeIn(text)).toBeUndefined();
  });
});

describe("a text that is kept", () => {
  it.each([
    ["[쿠팡] 인증번호 [482913], 3분 안에", "[쿠팡] 인증번호 [••••••], 3분 안에"],
    ["인증번호 123-456", "인증번호 •••-•••"],
    ["인증번호 123 456", "인증번호 ••• •••"],
    ["인증번호 ４８２９１３", "인증번호 ••••••"],
    ["인증번호 ４８２－９１３", "인증번호 •••-•••"],
    ["인증번호 482\u200b913", "인증번호 ••••••"],
    ["<td>4</td><td>8</td><td>2</td><td>9</td><td>1</td><td>3</td>", "• • • • • •"],
    ["code: &#52;&#56;&#50;&#57;&#49;&#51;", "code: ••••••"],
    ["=34=38=32=39=31=33", "••••••"],
    ["①②③④⑤⑥", "••••••"],
    ["482.913 / 482·913 / 482_913", "•••.••• / •••·••• / •••_•••"],
    ["482\n913", "•••\n•••"],
    ["전화 02-1234-5678", "전화 ••-••••-••••"],
  ])("%j has no digits that could be a code: %j", (text, masked) => {
    expect(maskDigits(text)).toBe(masked);
  });

  it("has nothing that is still encoded", () => {
    const encoded = Buffer.from("인증번호는 482913입니다. 안녕히 계세요. 감사합니다.").toString("base64");
    expect(maskDigits(`본문 ${encoded}`)).toBe("본문 …");
  });

  it("is what its reader sees", () => {
    expect(readable(HTML_MAIL)).toBe(
      "안녕하세요, 판매자님.\n아래 인증번호를 입력해 주세요.\n654321\n(주)쿠팡 서울특별시 송파구 송파대로 570 (우) 05510\nWING",
    );
    expect(readable("a=b, c=12")).toBe("a=b, c=12");
  });
});
