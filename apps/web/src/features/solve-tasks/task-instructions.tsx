import type { Assignment } from "@sightline/contract/work";
import { useTranslation } from "react-i18next";
import { sketchShape } from "./sketch/sketch";

/**
 * What the customer asks for, above what it is about. Kinds that are typed show a note in words beside their hints
 * instead, where it takes no room from the picture.
 */
export function TaskInstructions({ task }: { task: Assignment }) {
  const { t } = useTranslation("work");
  const picture = task.files.find(({ role }) => role === "instructions");
  const shape = sketchShape(task.kind);
  const note = shape === null ? undefined : (task.hints.textinstructions ?? t(`howTo.${shape}`));
  if (picture === undefined && note === undefined) return null;
  return (
    <section aria-label={t("instructions.name")} className="flex min-h-8 items-center gap-3">
      {picture && (
        <img
          src={picture.url}
          alt={t("instructions.picture")}
          className="max-h-16 max-w-1/2 sm:max-h-20 rounded-6 bg-surface object-contain"
        />
      )}
      {note !== undefined && (
        <p dir="auto" title={note} className="line-clamp-3 min-w-0 text-16 font-medium break-words">
          {note}
        </p>
      )}
    </section>
  );
}
