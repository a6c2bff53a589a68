import type { AnnouncementRow } from "@sightline/contract/announcements";
import { Button } from "@sightline/ui/button";
import { PageShell } from "@sightline/ui/page-shell";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AnnouncementDialog } from "../../features/announce/announcement-dialog";
import { BrowseAnnouncements } from "../../features/announce/browse-announcements";
import { BRAND } from "../../lib/brand";

export function AnnouncementsRoute() {
  const { t } = useTranslation("announcements");
  const [writing, setWriting] = useState<AnnouncementRow | "new" | null>(null);
  return (
    <PageShell
      title={t("title")}
      lead={t("lead")}
      brand={BRAND}
      primaryAction={
        <Button tone="primary" onPress={() => setWriting("new")}>
          {t("write")}
        </Button>
      }
    >
      <BrowseAnnouncements onEdit={setWriting} />
      {writing !== null && (
        <AnnouncementDialog of={writing === "new" ? null : writing} onClose={() => setWriting(null)} />
      )}
    </PageShell>
  );
}
