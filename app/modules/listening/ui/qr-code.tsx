/** A QR code as a picture on white, whatever the theme. */
export function QrCode({ svg, label, className }: { svg: string; label: string; className?: string }) {
  return <img src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} alt={label} width={280} height={280} className={`rounded-card bg-white p-2 ${className ?? ""}`} />;
}
