import type { KeyboardEvent } from "react";
import { CELL, type ShownColumn } from "./table-columns";

export interface TableRowProps<Row> {
  row: Row;
  columns: ShownColumn<Row>[];
  height: string;
  onOpen: ((row: Row) => void) | undefined;
}

export function TableRow<Row>({ row, columns, height, onOpen }: TableRowProps<Row>) {
  return (
    // The whole row opens for a mouse; the button in its first cell does the same for keys and screen readers.
    <tr
      {...(onOpen && { onClick: () => onOpen(row) })}
      className={`group/row border-t border-line ${height} ${onOpen ? "cursor-pointer hover:bg-hover has-[[data-row-opener]:focus-visible]:bg-hover" : ""}`}
    >
      {columns.map((column, place) => (
        <td key={column.id} className={`${CELL} ${column.look}`}>
          {onOpen && place === 0 ? (
            <button
              type="button"
              data-row-opener
              aria-haspopup="dialog"
              onClick={(event) => {
                event.stopPropagation();
                onOpen(row);
              }}
              onKeyDown={moveBetweenRows}
              className="inline-flex min-h-6 items-center rounded-6 text-start"
            >
              {column.cell(row)}
            </button>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

function moveBetweenRows(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const openers = [
    ...(event.currentTarget.closest("tbody")?.querySelectorAll<HTMLElement>("[data-row-opener]") ?? []),
  ];
  openers[openers.indexOf(event.currentTarget) + step]?.focus();
  event.preventDefault();
}
