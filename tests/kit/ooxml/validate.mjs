// Validates the files named as arguments; prints one JSON object: file -> faults.
// The validator is Microsoft's Open XML SDK, compiled for Node: what it passes, Word opens.

import { readFileSync } from "node:fs";

import validate from "@ooxml-tools/validate";

const found = {};
for (const file of process.argv.slice(2)) {
  const form = file.slice(file.lastIndexOf(".") + 1);
  const faults = await validate(new Uint8Array(readFileSync(file)), form, "Microsoft365");
  found[file] = faults.map((each) => `${each.path.partUri} ${each.path.xpath}: ${each.description}`);
}
process.stdout.write(JSON.stringify(found));
process.exit(0);
