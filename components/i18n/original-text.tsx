/**
 * What the people who run an event wrote, in their language on a page of any language: a screen reader reads Korean as
 * Korean on an English page (WCAG 3.1.2). Text without Hangul is read as the page is.
 */
export const OriginalText = ({ text }: { text: string }) => (
  <span lang={/\p{Script=Hangul}/u.test(text) ? "ko" : undefined}>{text}</span>
);
