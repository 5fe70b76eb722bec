// Reads Yjs documents with Yjs itself: one update in base64 a line, the words as JSON a line.

import { createInterface } from "node:readline";
import * as Y from "yjs";

for await (const line of createInterface({ input: process.stdin })) {
  const document = new Y.Doc();
  if (line) Y.applyUpdate(document, Buffer.from(line, "base64"));
  console.log(JSON.stringify(document.getText("note").toString()));
}
