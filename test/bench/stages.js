/** Runs the stages one after the other in this process and prints what each takes. */
export async function stages(root, largeFile, large) {
  const at = (path) => import(`${root}dist/generator/${path}`);
  const lap = createLap();
  const { loadProtocolModule } = await at("load/protocolModule.js");
  const { loadAsyncapiFile } = await at("load/asyncapiFile.js");
  const { buildContract } = await at("model/buildContract.js");
  const { Findings } = await at("diagnostics.js");
  const { emit } = await at("emit/emit.js");
  const { compiledValidators } = await at("emit/validators/compiledValidators.js");
  const { createRender } = await at("emit/template.js");
  const { readTemplates } = await at("cli/templates.js");
  const { checkSyntax } = await at("emit/checkSyntax.js");
  const { checkExamples } = await at("monitor/checkExamples.js");
  const { Judge } = await at("load/judge.js");
  lap("import the stages");
  const names = ["agent", "flowork", "nodetool", "panel", "terminal"];
  const small = [];
  for (const name of names) small.push(await loadProtocolModule(`${root}schemas/${name}`));
  lap("load");
  const run = async (sources) => {
    const contracts = sources.map(({ document, protocol }) => buildContract(document, protocol, new Findings()));
    lap("model");
    for (const contract of contracts) compiledValidators(contract);
    lap("emit: compile validators");
    const files = contracts.map((contract) => emit(contract, createRender(readTemplates())));
    lap("emit: everything else");
    for (const contract of contracts) checkExamples(contract, new Findings());
    lap("only when the document is new: check examples");
    for (const list of files) await checkSyntax(list);
    lap("only when the document is new: check syntax (ts-morph)");
    const judge = new Judge();
    await Promise.all(contracts.map(({ document }) => judge.judge(document)));
    await judge.close();
    lap("only when the document is new: official parser");
  };
  await run(small);
  lap.print("five protocols");
  lap.skip();
  const sources = [await loadAsyncapiFile(largeFile, root)];
  lap("load");
  await run(sources);
  lap.print(large);
}

function createLap() {
  let start = performance.now();
  let rows = [];
  const lap = (name) => {
    const now = performance.now();
    rows.push([now - start, name]);
    start = now;
  };
  lap.skip = () => {
    start = performance.now();
  };
  lap.print = (title) => {
    console.log(`\n${title}, stage by stage, milliseconds\n`);
    for (const [time, name] of rows) console.log(`${Math.round(time).toString().padStart(8)}  ${name}`);
    rows = [];
  };
  return lap;
}
