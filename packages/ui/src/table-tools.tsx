import { Columns3, Download } from "lucide-react";
import { Button } from "./button";
import { downloadCsv } from "./download-csv";
import { Menu } from "./menu";
import type { TablePaging } from "./table";
import type { ColumnChoice } from "./table-columns";
import { useUiText } from "./ui-text";

interface TableToolsProps<Row> {
  id: string;
  rows: Row[];
  choice: ColumnChoice<Row>;
  paging: TablePaging | undefined;
}

/** The quiet line under the rows. */
export function TableTools<Row>({ id, rows, choice, paging }: TableToolsProps<Row>) {
  const text = useUiText();
  const choosable = choice.all.slice(1);
  return (
    <div className="flex flex-wrap items-center gap-1 border-t border-line px-2 py-1.5">
      {choosable.length > 2 && (
        <Menu
          label={text.columns}
          placement="bottom start"
          trigger={
            <Button tone="quiet" size="small">
              <Columns3 aria-hidden className="size-4 text-text-quiet" />
              {text.columns}
            </Button>
          }
          entries={choosable.map((column) => ({ id: column.id, label: column.header }))}
          selection={{
            mode: "multiple",
            selected: choice.shown.map((column) => column.id),
            onChange: choice.setShown,
          }}
        />
      )}
      {choice.all.some((column) => column.csv) && rows.length > 0 && (
        <Button tone="quiet" size="small" onPress={() => downloadCsv(id, choice.shown, rows)}>
          <Download aria-hidden className="size-4 text-text-quiet" />
          {text.downloadCsv}
        </Button>
      )}
      <span className="grow" />
      {paging?.onNewest && (
        <Button size="small" onPress={paging.onNewest}>
          {text.newer}
        </Button>
      )}
      {paging?.onOlder && (
        <Button size="small" onPress={paging.onOlder}>
          {text.older}
        </Button>
      )}
    </div>
  );
}
