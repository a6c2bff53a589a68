import { fieldsOf, fileFieldOf, type PlayWishes } from "./play-request";

export const LANGUAGES = ["curl", "JavaScript", "Python", "PHP", "Go", "C#"] as const;
export type Language = (typeof LANGUAGES)[number];

interface Call {
  origin: string;
  key: string;
  fields: [name: string, value: string][];
  file: string;
}

/** A whole program of each language that sends the picture and waits for its answer. */
export function codeSample(
  language: Language,
  wishes: PlayWishes,
  { origin, key }: Pick<Call, "origin" | "key">,
): string {
  const fields: Call["fields"] = [["key", key], ...fieldsOf(wishes)];
  return WRITERS[language]({ origin, key, fields, file: fileFieldOf(wishes.kind) });
}

// JSON's quoting is that of a string literal in each of these languages but PHP and the shell.
const literal = (text: string): string => JSON.stringify(text);
const shell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const php = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

const WRITERS: Record<Language, (call: Call) => string> = {
  curl: ({ origin, key, fields, file }) =>
    [
      `curl ${shell(`${origin}/in.php`)} \\`,
      ...fields.map(([name, value]) => `  --form-string ${shell(`${name}=${value}`)} \\`),
      `  -F ${shell(`${file}=@picture.png`)}`,
      `curl ${shell(`${origin}/res.php?key=${key}&action=get&wait=60&id=TASK_ID`)}`,
    ].join("\n"),

  JavaScript: ({ origin, key, fields, file }) => `import { readFile } from "node:fs/promises";

const form = new FormData();
${fields.map(([name, value]) => `form.set(${literal(name)}, ${literal(value)});`).join("\n")}
form.set(${literal(file)}, new Blob([await readFile("picture.png")]), "picture.png");
const sent = await (await fetch(${literal(`${origin}/in.php`)}, { method: "POST", body: form })).text();
if (!sent.startsWith("OK|")) throw new Error(sent);
const query = new URLSearchParams({ key: ${literal(key)}, action: "get", wait: "60", id: sent.slice(3) });
console.log(await (await fetch(\`${origin}/res.php?\${query}\`)).text());`,

  Python: ({ origin, key, fields, file }) => `import requests

with open("picture.png", "rb") as picture:
    sent = requests.post(
        ${literal(`${origin}/in.php`)},
        data={${fields.map(([name, value]) => `${literal(name)}: ${literal(value)}`).join(", ")}},
        files={${literal(file)}: picture},
    ).text
if not sent.startswith("OK|"):
    raise RuntimeError(sent)
answer = requests.get(
    ${literal(`${origin}/res.php`)},
    params={"key": ${literal(key)}, "action": "get", "wait": 60, "id": sent[3:]},
)
print(answer.text)`,

  PHP: ({ origin, key, fields, file }) => `<?php
$request = curl_init(${php(`${origin}/in.php`)});
curl_setopt_array($request, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_POSTFIELDS => [
${fields.map(([name, value]) => `        ${php(name)} => ${php(value)},`).join("\n")}
        ${php(file)} => new CURLFile('picture.png'),
    ],
]);
$sent = curl_exec($request);
if (!str_starts_with($sent, 'OK|')) {
    throw new RuntimeException($sent);
}
$query = http_build_query(['key' => ${php(key)}, 'action' => 'get', 'wait' => 60, 'id' => substr($sent, 3)]);
echo file_get_contents(${php(`${origin}/res.php?`)} . $query);`,

  Go: ({ origin, key, fields, file }) => `package main

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"strings"
)

func main() {
	body := &bytes.Buffer{}
	form := multipart.NewWriter(body)
${fields.map(([name, value]) => `	form.WriteField(${literal(name)}, ${literal(value)})`).join("\n")}
	part, _ := form.CreateFormFile(${literal(file)}, "picture.png")
	picture, err := os.ReadFile("picture.png")
	if err != nil {
		panic(err)
	}
	part.Write(picture)
	form.Close()
	sent := read(http.Post(${literal(`${origin}/in.php`)}, form.FormDataContentType(), body))
	id, accepted := strings.CutPrefix(sent, "OK|")
	if !accepted {
		panic(sent)
	}
	fmt.Println(read(http.Get(${literal(`${origin}/res.php?key=${key}&action=get&wait=60&id=`)} + id)))
}

func read(response *http.Response, err error) string {
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	text, _ := io.ReadAll(response.Body)
	return string(text)
}`,

  "C#": ({ origin, key, fields, file }) => `using var client = new HttpClient();
using var form = new MultipartFormDataContent
{
${fields.map(([name, value]) => `    { new StringContent(${literal(value)}), ${literal(name)} },`).join("\n")}
    { new ByteArrayContent(await File.ReadAllBytesAsync("picture.png")), ${literal(file)}, "picture.png" },
};
var response = await client.PostAsync(${literal(`${origin}/in.php`)}, form);
var sent = await response.Content.ReadAsStringAsync();
if (!sent.StartsWith("OK|")) throw new Exception(sent);
Console.WriteLine(await client.GetStringAsync(
    ${literal(`${origin}/res.php?key=${key}&action=get&wait=60&id=`)} + sent[3..]));`,
};
