import type { ReactNode } from "react";
import { Skeleton } from "./skeleton";
import type { TableColumn } from "./table-columns";
import { CELL, useColumnChoice } from "./table-columns";
import { TableHead } from "./table-head";
import { TableRow } from "./table-row";
import { TableTools } from "./table-tools";
import { useUiText } from "./ui-text";

export interface TableProps<Row> {
  /** Names the table's kept column choice and its CSV file. */
  id: string;
  /** What the rows are, for assistive technology. */
  label: string;
  columns: TableColumn<Row>[];
  /** What the server sent, in its order; undefined while it is on its way. */
  rows: Row[] | undefined;
  rowId: (row: Row) => string | number;
  /** Opens the row's side panel; the first column becomes its button. */
  onOpen?: (row: Row) => void;
  sort?: TableSort;
  /** 36 px rows for staff and logs, 44 px for customers. */
  density?: "dense" | "comfortable";
  /** Stands in place of the rows when there are none. */
  empty: ReactNode;
  /** Stands in place of the rows when they could not be had. */
  error?: ReactNode;
  paging?: TablePaging;
  /** False where the table is a glimpse of a page of its own. */
  tools?: boolean;
}

/** Sorting is the server's; the table only says what was asked for. */
export interface TableSort {
  by: string;
  direction: "ascending" | "descending";
  onChange: (by: string) => void;
}
/** Key-set paging: further back, or back to the start; null where there is no such step. */
export interface TablePaging {
  onOlder: (() => void) | null;
  onNewest: (() => void) | null;
}

const SKELETON_ROWS = 8;

/** A list from the server in its four states, with column choice and CSV of what is shown. */
export function Table<Row>(props: TableProps<Row>) {
  const {
    id,
    label,
    rows,
    rowId,
    onOpen,
    sort,
    density = "comfortable",
    empty,
    error,
    paging,
    tools = true,
  } = props;
  const text = useUiText();
  const choice = useColumnChoice(id, props.columns);
  const height = density === "dense" ? "h-(--row-dense)" : "h-(--row-comfortable)";
  const instead = error || (rows?.length === 0 && empty);

  return (
    <div className="@container flex min-w-0 flex-col rounded-10 border border-line bg-surface">
      {instead || (
        // A wide table scrolls within its frame; openers make it reachable by keyboard, otherwise the frame itself is.
        <div
          className="overflow-x-auto"
          {...(!onOpen && { tabIndex: 0, role: "group", "aria-label": label })}
        >
          <table
            aria-label={label}
            aria-busy={rows === undefined}
            className="w-full border-collapse text-start"
          >
            <TableHead columns={choice.shown} sort={sort} />
            <tbody>
              {rows?.map((row) => (
                <TableRow key={rowId(row)} row={row} columns={choice.shown} height={height} onOpen={onOpen} />
              )) ??
                Array.from({ length: SKELETON_ROWS }, (_, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows that stand for none yet have only a place.
                  <tr key={place} className={`border-t border-line ${height}`}>
                    {choice.shown.map((column) => (
                      <td key={column.id} className={`${CELL} ${column.look}`}>
                        <Skeleton
                          className={`h-3.5 w-full max-w-28 ${column.align === "end" ? "ms-auto" : ""}`}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
      {rows === undefined && !error && (
        <span role="status" className="sr-only">
          {text.loading}
        </span>
      )}
      {tools && rows !== undefined && !error && (rows.length > 0 || paging?.onNewest) && (
        <TableTools id={id} rows={rows} choice={choice} paging={paging} />
      )}
    </div>
  );
}
