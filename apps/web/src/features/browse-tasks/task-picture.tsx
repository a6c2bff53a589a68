import type { CustomerTaskRow } from "@sightline/contract/customer";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** The picture as it was sent, on a ground without hue; a line in its place once it is no longer kept. */
export function TaskPicture({ task }: { task: CustomerTaskRow }) {
  const { t } = useTranslation("customer");
  const [failed, setFailed] = useState(false);
  if (task.imageUrl === null || failed) return <p className="text-text-quiet">{t("tasks.pictureGone")}</p>;
  return (
    <div className="flex justify-center rounded-10 bg-neutral-ground p-4">
      <img
        src={task.imageUrl}
        alt={t("tasks.pictureOf", { id: task.taskId })}
        onError={() => setFailed(true)}
        className="max-h-80 max-w-full object-contain"
      />
    </div>
  );
}
