import type { TableColumn } from "./table-columns";

/** Hands the browser a file of the rows, in the shown columns' own order. */
export function downloadCsv<Row>(name: string, columns: TableColumn<Row>[], rows: Row[]): void {
  const url = URL.createObjectURL(new Blob([csvOf(columns, rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

/** RFC 4180: a line of names, then the rows; every value quoted. */
export function csvOf<Row>(columns: TableColumn<Row>[], rows: Row[]): string {
  const kept = columns.flatMap(({ header, csv }) => (csv ? [{ header, csv }] : []));
  const lines = [
    kept.map((column) => quoted(column.header)),
    ...rows.map((row) => kept.map((column) => quoted(column.csv(row)))),
  ];
  return `${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

// A spreadsheet runs text that begins like a formula, and answers are other people's text.
function quoted(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const harmless = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
