#!/usr/bin/env node
import { main } from "../dist/generator/cli/main.js";

const status = await main(process.argv.slice(2));
// A schema module may have left a timer running: the command is over when it has said what there is to say.
process.stdout.write("", () => process.exit(status));
