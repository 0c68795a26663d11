import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const auth: Translated<typeof ko.auth> = {
  logInTitle: "Log in",
  logInLead: "Log in to book tickets right away.",
  signUpTitle: "Sign up",
  signUpLead: "All you need is an e-mail address and a password.",
  email: "E-mail",
  password: "Password",
  showPassword: "Show password",
  hidePassword: "Hide password",
  emailInvalid: "Please enter a valid e-mail address.",
  passwordMissing: "Please enter your password.",
  code: "Verification code",
  codeHint: "The 6 digits of your authenticator app. Without the app, enter a recovery code.",
  withPasskey: "Continue with a passkey",
  forgotPassword: "Forgot your password?",
  passwordWeak: "Please meet all the rules below.",
  rulesTitle: "Password rules",
  rules: {
    length: "8 or more characters",
    upper: "an uppercase letter",
    lower: "a lowercase letter",
    digit: "a digit",
    uncommon: "not a common password",
  },
  ruleMet: "met",
  ruleUnmet: "not met",
  logIn: "Log in",
  signUp: "Create account",
  agreement:
    "By creating an account you agree to the <terms>terms of use</terms> and confirm that you have read the <privacy>privacy policy</privacy>. You must be 14 or older.",
  toSignUp: "New here?",
  toLogIn: "Already have an account?",
};

export const loginEnded: Translated<typeof ko.loginEnded> = {
  title: "You have been logged out",
  kept: "The contents of this page were cleared. Tickets on hold keep their time, and paid tickets stay yours.",
  action: "Log in again",
};

export const devices: Translated<typeof ko.devices> = {
  title: "Signed-in devices",
  lead: "If you do not recognize a device, log it out and change your password.",
  current: "This device",
  lastSeen: "Last used {ago}",
  since: "Logged in {at}",
  end: "Log out",
  endTitle: "Log out of this device?",
  endBody: "{device} is logged out right away.",
  unknown: "Unknown device",
  device: "{browser} · {system}",
};
