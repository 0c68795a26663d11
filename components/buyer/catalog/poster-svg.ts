import { Fragment, isValidElement, type ReactNode } from "react";
import { drawingOf, VIEW_BOX } from "./generated-poster.tsx";

/** The generated poster of an event as an SVG file, for pictures that no browser draws. */
export function posterSvgOf(eventId: string): string {
  const { ground, figures } = drawingOf(eventId);
  const sheet = `<rect width="100%" height="100%" fill="${ground}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${VIEW_BOX}" width="600" height="800">${sheet}${markupOf(figures)}</svg>`;
}

/**
 * The markup of figures, which have numbers, colours and other figures alone. React's own renderer cannot be loaded where
 * server components are.
 */
function markupOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(markupOf).join("");
  if (!isValidElement<Record<string, unknown>>(node)) return "";
  const { children, ...attributes } = node.props;
  const inside = markupOf(children as ReactNode);
  if (node.type === Fragment) return inside;
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined
      ? ""
      : ` ${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${value}"`,
  );
  return `<${String(node.type)}${written.join("")}>${inside}</${String(node.type)}>`;
}
