import { expect, test } from "vitest";
import { csvOf } from "./download-csv";
import type { TableColumn } from "./table-columns";

interface Row {
  id: number;
  answer: string | null;
}
const columns: TableColumn<Row>[] = [
  { id: "id", header: "Task", cell: () => null, csv: (row) => row.id },
  { id: "picture", header: "Picture", cell: () => null },
  { id: "answer", header: "Answer", cell: () => null, csv: (row) => row.answer },
];

test("only columns that say what they hold are in the file", () => {
  expect(csvOf(columns, [{ id: 7, answer: "W68HP" }])).toBe('"Task","Answer"\r\n"7","W68HP"\r\n');
});

test("quotes are doubled and a missing value is empty", () => {
  expect(csvOf(columns, [{ id: 7, answer: 'a "b"' }])).toContain('"7","a ""b"""');
  expect(csvOf(columns, [{ id: 8, answer: null }])).toContain('"8",""');
});

test.each(["=1+1", "+1", "-1", "@A1"])("an answer that begins like a formula (%s) stays text", (answer) => {
  expect(csvOf(columns, [{ id: 7, answer }])).toContain(`"7","'${answer}"`);
});

test("a negative number stays a number", () => {
  expect(csvOf(columns, [{ id: -7, answer: null }])).toContain('"-7",""');
});
