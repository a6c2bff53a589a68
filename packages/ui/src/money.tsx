import { formatUsd } from "@sightline/contract/money";

/**
 * An exact amount, `0.000200 USD`. The zeros that end it stand back a little, so that the eye finds the part that
 * matters while every digit stays there to read and to copy.
 */
export function Money({ micros, className = "" }: { micros: number; className?: string }) {
  const text = formatUsd(micros);
  const significant = /^(.*?\.\d{2}(?:\d*[1-9])?)(0*) USD$/.exec(text);
  return (
    <span dir="ltr" className={`font-mono tabular ${className}`}>
      {significant?.[1] ?? text}
      {significant?.[2] && <span className="text-text-quiet">{significant[2]}</span>}
      {significant && <span className="text-text-quiet"> USD</span>}
    </span>
  );
}
