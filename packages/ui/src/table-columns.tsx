import type { ReactNode } from "react";
import { isStringList, usePersistedState } from "./persisted-state";

export interface TableColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What the CSV holds; without it the column stays out of the file. */
  csv?: (row: Row) => string | number | null;
  /** Numbers stand at the end, so that their digits line up. */
  align?: "start" | "end";
  sortable?: boolean;
  /** Seen from this width of the table upwards: 28, 42, 56 or 72 rem. */
  from?: "sm" | "md" | "lg" | "xl";
}

export type ShownColumn<Row> = TableColumn<Row> & { look: string };

export interface ColumnChoice<Row> {
  all: TableColumn<Row>[];
  shown: ShownColumn<Row>[];
  setShown: (ids: string[]) => void;
}

/** A narrow table gives its width to what stands in it. */
export const CELL = "px-2 first:ps-4 last:pe-4 @md:px-4";

const FROM = {
  sm: "hidden @md:table-cell",
  md: "hidden @2xl:table-cell",
  lg: "hidden @4xl:table-cell",
  xl: "hidden @6xl:table-cell",
};

/** Which columns this person wants to see; the first one, which names the row, always stays. */
export function useColumnChoice<Row>(tableId: string, columns: TableColumn<Row>[]): ColumnChoice<Row> {
  const [hidden, setHidden] = usePersistedState<string[]>(
    `sightline.columns-off.${tableId}`,
    [],
    isStringList,
  );
  const shown = columns
    .filter((column, place) => place === 0 || !hidden.includes(column.id))
    .map((column) => ({
      ...column,
      look: `${column.from ? FROM[column.from] : ""} ${column.align === "end" ? "text-end whitespace-nowrap tabular" : ""}`,
    }));
  return {
    all: columns,
    shown,
    setShown: (ids) =>
      setHidden(columns.filter((column) => !ids.includes(column.id)).map((column) => column.id)),
  };
}
