import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { TableSort } from "./table";
import { CELL, type ShownColumn } from "./table-columns";

export function TableHead<Row>({
  columns,
  sort,
}: {
  columns: ShownColumn<Row>[];
  sort: TableSort | undefined;
}) {
  return (
    <thead>
      <tr className="h-9">
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            {...(sort?.by === column.id && { "aria-sort": sort.direction })}
            className={`${CELL} text-12 font-medium whitespace-nowrap text-text-quiet ${column.look}`}
          >
            {sort && column.sortable ? <SortButton column={column} sort={sort} /> : column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortButton<Row>({ column, sort }: { column: ShownColumn<Row>; sort: TableSort }) {
  const sorted = sort.by === column.id;
  const Icon = !sorted ? ChevronsUpDown : sort.direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={() => sort.onChange(column.id)}
      className="-mx-1 inline-flex h-6 items-center gap-1 rounded-6 px-1 hover:text-text"
    >
      {column.header}
      <Icon aria-hidden className="size-3.5" />
    </button>
  );
}
