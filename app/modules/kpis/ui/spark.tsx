interface SparkProps {
  readonly values: readonly (number | null)[];
  /** Says the same in words. */
  readonly label: string;
}

/** The course of the latest values in one small line; gaps stay gaps. */
export function Spark({ values, label }: SparkProps) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const span = high - low || 1;
  const place = (value: number, index: number) => `${((index / (values.length - 1)) * 116 + 2).toFixed(1)},${(26 - ((value - low) / span) * 22).toFixed(1)}`;
  const pieces: string[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) pieces.push([]);
    else pieces.at(-1)?.push(place(value, index));
  });
  return (
    <svg role="img" aria-label={label} width="120" height="30" viewBox="0 0 120 30" className="max-w-full">
      {pieces.filter((piece) => piece.length > 0).map((piece) => (
        <polyline key={piece[0]} points={piece.join(" ")} fill="none" stroke="var(--accent)" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round" />
      ))}
    </svg>
  );
}
