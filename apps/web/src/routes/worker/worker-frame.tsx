import { Settings, SquarePen } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { AreaFrame, type AreaPage } from "../../components/area-frame";
import { addText } from "../../lib/text";
import { workerText } from "../../text/worker";

addText("worker", workerText);

/** Around a worker's pages; the work screen itself stands alone. */
export function WorkerFrame() {
  const { t } = useTranslation("worker");
  const pages = useMemo<AreaPage[]>(
    () => [
      { href: "/work", label: t("nav.work"), icon: SquarePen, letter: "w" },
      { href: "/work/settings", label: t("nav.settings"), icon: Settings, letter: "s" },
    ],
    [t],
  );
  return <AreaFrame homeHref="/work" pages={pages} settingsHref="/work/settings" />;
}
