/** Calculates the tiny plan in headless Chromium, where Node does not exist. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { explain } from '../src/explain/index.js';
import { calculate, parseActuals, parsePeople, parsePlan } from '../src/index.js';
import { fingerprintOf } from '../src/retro/fingerprint.js';
import { storeRun } from '../src/retro/stored-run.js';
import { ensure, inTemporaryFolder, main, root, run } from './support.js';
import { tinyActuals, tinyAmount, tinyCode, tinyPeople, tinyPlan } from './tiny-plan.js';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

const PAGE_CODE = `
import { calculate, formatIssue, parseActuals, parsePeople, parsePlan } from 'variable-pay';
import { explain } from 'variable-pay/explain';
import { fingerprintOf, storeRun } from 'variable-pay/retro';
${tinyCode}
document.title = amount;
const fingerprint = fingerprintOf({ name: 'Zoë 😀', amount });
const run = storeRun(result, { plans: [parsed.plan], people, actuals });
const explained = fingerprintOf(explain(run, 'e-1', { language: 'fr', attribution: true }).explanations);
document.body.textContent = 'award ' + amount + ', process ' + typeof process + ', ' + fingerprint + ', explained ' + explained;
`;

/** What Node makes of the explanation that the page makes; two that are equal have one fingerprint. */
function explainedHere(): string {
  const parsed = parsePlan(tinyPlan);
  ensure(parsed.ok, 'The tiny plan is refused');
  const plans = [parsed.plan];
  const data = { people: parsePeople(tinyPeople), actuals: parseActuals(tinyActuals) };
  const run = storeRun(calculate(plans, data, { asOf: '2027-01-31' }), { plans, ...data });
  const { explanations } = explain(run, 'e-1', { language: 'fr', attribution: true });
  ensure(explanations[0]?.award.amount === tinyAmount, 'Node explains another award');
  return fingerprintOf(explanations);
}

function findBrowser(): string {
  const found = BROWSERS.find((name) => spawnSync(name, ['--version']).error === undefined);
  ensure(found !== undefined, `No browser: install one of ${BROWSERS.join(', ')} to run this check`);
  return found;
}

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: PAGE_CODE, resolveDir: root },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    write: false,
    // Shared files without side effects are also named bare where they are split; bundlers may leave those out.
    logOverride: { 'ignored-bare-import': 'silent' },
  });
  return outputFiles[0]?.text ?? '';
}

await main(async () => {
  const browser = findBrowser();
  const code = await bundlePage();
  await inTemporaryFolder((folder) => {
    const page = join(folder, 'page.html');
    writeFileSync(join(folder, 'page.js'), code);
    writeFileSync(
      page,
      '<!doctype html><meta charset="utf-8"><title>not run</title><body><script src="page.js"></script>',
    );
    // A profile of its own: a browser that is open already would answer instead and print nothing.
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${join(folder, 'profile')}`,
    ];
    const dom = run(browser, [...flags, '--dump-dom', pathToFileURL(page).href]);
    const fingerprint = fingerprintOf({ amount: tinyAmount, name: 'Zoë 😀' });
    const expected = [
      `<title>${tinyAmount}</title>`,
      `award ${tinyAmount}, process undefined, ${fingerprint}, explained ${explainedHere()}`,
    ];
    for (const text of expected) ensure(dom.includes(text), `The page does not show ${text}:\n${dom}`);
    console.log(`${browser}: award ${tinyAmount}, no process, the fingerprint and the explanation of Node`);
  });
});
