/** Sends a form of the reference page as its operation wants it, and shows what came back. Runs in the reader's browser. */
export const TRY_IT_SCRIPT = `
const send = async (form) => {
  const data = new FormData(form);
  for (const [name, value] of [...data]) {
    if (value === "" || (value instanceof File && value.size === 0)) data.delete(name);
  }
  const { path, method, encoding } = form.dataset;
  if (encoding === "query") return fetch(path + "?" + new URLSearchParams(data), { cache: "no-store" });
  if (encoding === "multipart") return fetch(path, { method, body: data });
  return fetch(path, { method, headers: { "content-type": "application/json" }, body: data.get("body") });
};
for (const form of document.querySelectorAll("form.try")) {
  const output = form.querySelector("output");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    output.value = "Sending";
    try {
      const response = await send(form);
      output.value = response.status + " " + (await response.text());
    } catch {
      output.value = "The server could not be reached. Try again.";
    }
  });
}
`;
