/** The person looking at the page, as the shell needs to know them. */
export interface Viewer {
  readonly email: string;
  readonly role: "USER" | "SELLER" | "ADMIN";
}
