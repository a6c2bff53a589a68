import type { CustomerTaskRow } from "@sightline/contract/customer";
import { useNow } from "@sightline/ui/now";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

/** A box for each task that can still be reported. */
export function selectColumn(
  t: TFunction<"customer">,
  selection: { selected: ReadonlySet<number>; onSelect: (taskId: number, selected: boolean) => void },
): TableColumn<CustomerTaskRow> {
  return {
    id: "select",
    header: t("tasks.report"),
    align: "end",
    from: "sm",
    cell: (task) => <SelectBox task={task} label={t("tasks.selectOf", { id: task.taskId })} {...selection} />,
  };
}

interface SelectBoxProps {
  task: CustomerTaskRow;
  label: string;
  selected: ReadonlySet<number>;
  onSelect: (taskId: number, selected: boolean) => void;
}

function SelectBox({ task, label, selected, onSelect }: SelectBoxProps) {
  const { taskId, reported, reportableUntilMs } = task;
  const minutesLeft = useNow((nowMs) => Math.max(0, Math.ceil(((reportableUntilMs ?? 0) - nowMs) / 60_000)));
  if (reported !== null || minutesLeft === 0) return null;
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className="text-12 text-text-quiet tabular">
        {minutesLeft} min
      </span>
      <input
        type="checkbox"
        aria-label={label}
        checked={selected.has(taskId)}
        // The row around it would open.
        onClick={(event) => event.stopPropagation()}
        onChange={(event) => onSelect(taskId, event.target.checked)}
        className="size-6 accent-accent sm:size-5 pointer-coarse:size-6"
      />
    </span>
  );
}
