import type { Assignment } from "@sightline/contract/work";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { leaseKey } from "./lease-key";
import { usePainted } from "./use-painted";

export interface QuestionLayerProps {
  task: Assignment;
  onScreen: boolean;
  focus: RefObject<HTMLElement | null>;
}

/** A question in large letters. It is a customer's text: shown as text and nothing else. */
export function QuestionLayer({ task, onScreen, focus }: QuestionLayerProps) {
  const { t } = useTranslation("work");
  usePainted(leaseKey(task), onScreen, focus);
  if (!onScreen) return null;
  return (
    <section
      aria-label={t("question.name")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long question scrolls, by keys too.
      tabIndex={0}
      className="absolute inset-0 flex overflow-auto rounded-10 p-4"
    >
      <p dir="auto" className="m-auto max-w-text text-center text-20 font-medium break-words sm:text-24">
        {task.hints.question}
      </p>
    </section>
  );
}
