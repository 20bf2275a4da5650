import { Printer } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { useHydrated } from "#ui/use-hydrated.ts";

/** Opens the browser's print dialogue; without scripts the browser's own menu does. */
export function PrintButton({ children, quiet = false }: { children: string; quiet?: boolean }) {
  if (!useHydrated()) return null;
  return (
    <Button type="button" variant={quiet ? "quiet" : "secondary"} icon={Printer} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
