// Checks the search page in a real browser: node check.mjs BASE_URL SCREENSHOT_FOLDER
// axe (WCAG 2.0 to 2.2, A and AA), html-validate, the Nu checker, no sideways scroll, one request a
// page, no script. Prints one line a check that fails and a summary; exit 1 if any failed.
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {HtmlValidate} from 'html-validate';
import {chromium} from 'playwright-core';

const [base, folder] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const pages = {
  start: '',
  results: '?q=deepfake+regulation+China',
  indonesian: '?q=aturan+perlindungan+data&hl=id',
  filtered: '?q=rules&lang=id&from=2021&sort=newest',
  empty: '?q=xyzzyqwert',
  error: '?q=x&p=0',
  last: '?q=deepfake+regulation+China&p=4',
};
const widths = [1280, 375, 320];

let failed = 0;
const fail = (page, what) => {
  failed += 1;
  console.log(`${page}: ${what}`);
};

async function checkInBrowser(browser, name, address) {
  for (const colorScheme of ['light', 'dark'])
    for (const width of widths) {
      const context = await browser.newContext({colorScheme, viewport: {width, height: 900}, bypassCSP: true});
      const page = await context.newPage();
      const requests = [];
      page.on('request', request => request.url().startsWith('data:') || requests.push(request.url()));
      await page.goto(base + address);
      if (requests.length !== 1) fail(name, `${requests.length} requests: ${requests.join(' ')}`);
      await page.screenshot({path: join(folder, `${name}-${colorScheme}-${width}.png`), fullPage: true});
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (sideways) fail(name, `scrolls sideways at ${width} px`);
      await page.evaluate(axe);
      const found = await page.evaluate(values => globalThis.axe.run({runOnly: {type: 'tag', values}}), rules);
      for (const violation of found.violations)
        fail(name, `axe ${violation.id} (${colorScheme}, ${width}): ${violation.nodes[0].html}`);
      await context.close();
    }
}

async function checkPolicy(browser, name, address) {
  const page = await browser.newPage();
  const errors = [];
  page.on('console', message => message.type() === 'error' && errors.push(message.text()));
  await page.goto(base + address);
  await page.close();
  for (const error of errors)
    if (!error.includes('status of 400')) fail(name, `console: ${error}`);
}

async function checkSource(name, address) {
  const response = await fetch(base + address);
  const html = await response.text();
  writeFileSync(join(folder, `${name}.html`), html);
  if (html.includes('<script')) fail(name, 'has a script');
  const report = await new HtmlValidate({extends: ['html-validate:recommended'],
    rules: {'doctype-style': 'off', 'long-title': 'off', 'no-trailing-whitespace': 'off'}}).validateString(html);
  for (const result of report.results)
    for (const message of result.messages) fail(name, `html-validate ${message.ruleId}: ${message.message}`);
  console.log(`${name}: ${html.length} bytes, ${gzipSync(html).length} gzip`);
}

function checkWithNu() {
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  const files = Object.keys(pages).map(name => join(folder, `${name}.html`));
  try {
    execFileSync('java', ['-jar', jar, '--errors-only', ...files], {stdio: ['ignore', 'ignore', 'pipe']});
  } catch (error) {
    if (error.code === 'ENOENT') return console.log('skipped: the Nu checker needs java');
    for (const line of String(error.stderr).split('\n').filter(Boolean)) fail('nu', line);
  }
}

mkdirSync(folder, {recursive: true});
const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox']});
for (const [name, address] of Object.entries(pages)) {
  await checkSource(name, address);
  await checkInBrowser(browser, name, address);
  await checkPolicy(browser, name, address);
}
await browser.close();
checkWithNu();
console.log(`${Object.keys(pages).length} pages checked, ${failed} failures`);
process.exit(failed > 0 ? 1 : 0);
