import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicAddress, withQr } from "#composition/listening.server.ts";
import { posterOf } from "#modules/listening/public.server.ts";
import { Poster } from "#modules/listening/ui/poster.tsx";
import { useName } from "#modules/listening/ui/use-name.ts";
import { page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "listening:survey.posters" };

export const loader = page("surveys.read", async ({ params, url }) => {
  const poster = await posterOf(params["touchpoint"] ?? "", url.searchParams.get("link"));
  if (poster === null) throw notFound();
  return json({ poster, ...(await withQr(publicAddress(url) + poster.path)) });
});

export default function PosterPage() {
  const { poster, address, qr } = useLoaderData<typeof loader>();
  const { t } = useTranslation("listening");
  const name = useName();
  const { touchpoint } = poster;
  return (
    <Page>
      <div className="no-print">
        <PageHeader title={t("poster.title", { name: name(touchpoint.name) })} back={{ to: `/listening/surveys/${encodeURIComponent(touchpoint.code)}`, label: t("poster.back") }} />
      </div>
      <Poster poster={poster} address={address} qr={qr} />
    </Page>
  );
}
