/** The mark: a heart drawn as two hands around a centre; `tâm` is both. */
export function Brand({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className} fill="none" strokeWidth={3} strokeLinecap="round" strokeLinejoin="round">
      <path className="stroke-heart" d="M16 27C9 22 4 17.500 4 12a6.200 6.200 0 0 1 12-2.200" />
      <path className="stroke-accent" d="M16 27c7-5 12-9.500 12-15a6.200 6.200 0 0 0-12-2.200" />
      <circle className="fill-heart" cx="16" cy="16.500" r="2.600" />
    </svg>
  );
}
