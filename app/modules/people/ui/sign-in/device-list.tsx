import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import { Button } from "#ui/button.tsx";
import { RelativeTime } from "#ui/time.tsx";

interface DeviceView {
  readonly publicId: string;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

const BROWSERS = [["Edg/", "Edge"], ["OPR/", "Opera"], ["coc_coc", "Cốc Cốc"], ["Firefox/", "Firefox"], ["Chrome/", "Chrome"], ["Safari/", "Safari"]] as const;
const SYSTEMS = [["iPhone", "iPhone"], ["iPad", "iPad"], ["Android", "Android"], ["Windows", "Windows"], ["Mac OS X", "macOS"], ["Linux", "Linux"]] as const;

/** Browser and system by name, or null for what nobody would recognise. */
function deviceName(userAgent: string | null): string | null {
  const find = (names: readonly (readonly [string, string])[]) => names.find(([mark]) => userAgent?.includes(mark))?.[1];
  return [find(BROWSERS), find(SYSTEMS)].filter(Boolean).join(" · ") || null;
}

/** One's own sessions, each with a button that ends it. */
export function DeviceList({ devices }: { devices: readonly DeviceView[] }) {
  const { t } = useTranslation("sign-in");
  return (
    <ul className="flex flex-col gap-3">
      {devices.map((device) => (
        <li key={device.publicId} className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-3 last:border-0">
          <div className="min-w-0">
            <p className="font-semibold">
              {deviceName(device.userAgent) ?? t("account.unknownDevice")} {device.current && <Badge tone="good">{t("account.thisDevice")}</Badge>}
            </p>
            <p className="text-sm text-muted">
              {t("account.lastSeen")}: <RelativeTime iso={device.lastSeenAt} />
              {device.address && ` · ${device.address}`}
            </p>
          </div>
          {!device.current && (
            <Form method="post">
              <input type="hidden" name="intent" value="end-device" />
              <input type="hidden" name="device" value={device.publicId} />
              <Button variant="quiet">{t("account.endDevice")}</Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
