// Reads pages as lines of JSON, and says what Siteimprove Alfa finds on each: the checks passed, and those that failed.
// The argument is the folder from which the packages are found, which are not beside this file.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { resolve } = createRequire(`${process.argv[2]}/`);
const from = async (name) => import(pathToFileURL(resolve(`@siteimprove/alfa-${name}`)));

const { Audit, Outcome } = await from("act");
const { Device } = await from("device");
const { Node } = await from("dom");
const { Request, Response } = await from("http");
const { default: rules } = await from("rules");
const { Page } = await from("web");

for await (const line of createInterface({ input: process.stdin })) {
  const { name, device, document } = JSON.parse(line);
  const ours = Device.from(device);
  const page = Page.of(Request.empty(), Response.empty(), Node.from(document, ours), ours);
  const found = { name, passed: 0, failed: [] };
  for (const outcome of await Audit.of(page, rules).evaluate()) {
    if (Outcome.isPassed(outcome)) found.passed += 1;
    if (!Outcome.isFailed(outcome)) continue;
    const rule = outcome.rule.uri.split("/").at(-1);
    const why = [...outcome.expectations].flatMap(([, said]) => (said.isErr() ? [said.getErr().message] : []));
    const text = String(outcome.target).replace(/\s+/g, " ").slice(0, 120);
    found.failed.push(`${rule} at ${outcome.target.path()}: ${text}: ${why.join(" ")}`);
  }
  console.log(JSON.stringify(found));
}
