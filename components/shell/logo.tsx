/** The mark: a ticket with its tear line, and the numeral one, first in line. */
export function Logo({ className = "h-7" }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 28" aria-hidden="true" className={className}>
      <path
        d="M4 0h32a4 4 0 0 1 4 4v6.2a3.8 3.8 0 0 0 0 7.6V24a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4v-6.2a3.8 3.8 0 0 0 0-7.6V4a4 4 0 0 1 4-4Z"
        fill="var(--primary)"
      />
      <path
        d="M27.5 4v20"
        stroke="var(--on-primary)"
        strokeWidth="1.6"
        strokeDasharray="2.4 2.4"
        opacity="0.75"
      />
      <path d="M11.4 9.3 16 6.4h1.9v15.2h-3.2V10.2l-3.3 2Z" fill="var(--on-primary)" />
    </svg>
  );
}
