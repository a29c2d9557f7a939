// Checks the search page in a real browser: node check.mjs BASE_URL PROGRAM SCREENSHOT_FOLDER [hostile]
// hostile: over an index of hostile.jsonl, whose articles try to be more than text.
// Every kind of page: axe (WCAG 2.0 to 2.2, A and AA), html-validate, the Nu checker, no sideways
// scroll, one request a page, no script, size. PROGRAM is pantau.cgi itself, run for what no index
// of a server's shows ("" leaves that out). Prints one line a check that fails and a summary; exit 1
// if any failed.
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {HtmlValidate} from 'html-validate';
import {chromium} from 'playwright-core';

const [base, program, folder, hostile] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = [1280, 375, 320];

// has: what must be on the page, or it is not the page that is meant.
// article, like: made of a hit of the query (`plain`: one without an address).
const samplePages = {
  start: {query: '', has: ['class="examples"']},
  'start-id': {query: '?hl=id', has: ['lang="id"']},
  help: {query: '?help=1', has: ['regul*', 'lang=en']},
  'help-id': {query: '?help=1&hl=id', has: ['Cara bertanya']},
  results: {query: '?q=deepfake+regulation+China', has: ['<mark>', 'Matched: ', 'id="filters"', '&amp;entity=china']},
  indonesian: {query: '?q=aturan+perlindungan+data&hl=id', has: ['Kata yang cocok: ', 'Persempit pencarian']},
  filtered: {
    query: '?q=rules&lang=id&entity=indonesia&from=2021&sort=newest',
    has: ['class="chips"', 'Remove filter: Indonesia"', 'aria-current="true"', 'lang=en,id'],
  },
  month: {query: '?q=grok&from=2026-01&to=2026-01', has: ['class="year"']},
  recent: {query: '?q=rules&when=year', has: ['Last year ×']},
  words: {query: '?q=deepfake+rules&words=all&translate=0', has: ['aria-current="true">All words']},
  'filters-alone': {query: '?entity=china&lang=en', has: ['<article>']},
  facet: {query: '?q=rules&facet=outlet', has: ['By name']},
  'facet-name': {query: '?facet=entity&by=name&hl=id', has: ['Menurut jumlah']},
  article: {query: '?q=deepfake', article: true, has: ['<mark>', 'Back to the results', 'class="text"', 'More like this']},
  'article-id': {query: '?q=deepfake&hl=id', article: true, has: ['Kembali ke hasil']},
  'article-plain': {query: '?q=rules', article: true, plain: true, has: ['class="text"']},
  copies: {query: '?q=deepfake&fold=0', has: ['<article>']},
  similar: {query: '?q=deepfake', like: true, has: ['More like ', '<article>']},
  empty: {query: '?q=xyzzyqwert', has: ['Nothing found']},
  'empty-filter': {query: '?q=deepfake&lang=th', has: ['Without “<bdi>Thai']},
  'empty-word': {query: '?q=deepfake+xyzzyqwert&words=all&hl=id', has: ['xyzzyqwert</bdi>”. ']},
  suggestion: {query: '?q=regulaton', has: ['Did you mean']},
  noted: {query: '?q=entity:bank+kripto+"data', has: ['class="soft"', 'A quotation mark is not closed']},
  error: {query: '?q=x&p=0', status: 400, has: ['value="x"']},
  'error-id': {query: '?q=x&p=0&hl=id', status: 400, has: ['lang="id"']},
  gone: {query: '?id=0123456789abcdef', status: 404, has: ['no longer']},
  missing: {query: 'pantau.cgi/elsewhere', status: 404, has: ['action="/']},
  method: {query: '?q=x', method: 'POST', status: 405, has: ['can only be read']},
  'too-long': {query: '?q=' + 'x'.repeat(5000), status: 414, has: ['too long']},
  unavailable: {query: '?q=x', program: true, status: 503, has: ['not available']},
  last: {query: '?q=deepfake+regulation+China&p=6', has: ['prev"']},
  behind: {query: '?q=deepfake+regulation+China&p=60', has: ['no more results']},
};
const hostilePages = {
  'hostile-results': {query: '?q=deepfake', has: ['<article>']},
  'hostile-second': {query: '?q=deepfake&p=2', has: ['<article>']},
  'hostile-outlets': {query: '?facet=outlet', has: ['<bdi>']},
  ...Object.fromEntries(
    Array.from({length: 14}, (_, n) => [`hostile-article-${n}`, {query: '?q=deepfake&fold=0', article: true, at: n, has: ['class="text"']}]),
  ),
};
const pages = hostile ? hostilePages : samplePages;

let failed = 0;
const fail = (page, what) => {
  failed += 1;
  console.log(`${page}: ${what}`);
};

// The program's own answer, over an index that is not there.
function runProgram(query) {
  const env = {REQUEST_METHOD: 'GET', QUERY_STRING: query.slice(1), PANTAU_CONFIG: '/dev/null', PANTAU_DB: '/nowhere'};
  const [head, ...body] = execFileSync(program, {env, stdio: ['ignore', 'pipe', 'ignore']}).toString().split('\r\n\r\n');
  const headers = Object.fromEntries(head.split('\r\n').map(line => line.split(/: (.*)/).slice(0, 2)));
  return {status: Number.parseInt(headers.Status, 10), headers, body: body.join('')};
}

// Fetches a page as its kind says.
async function fetchPage({query, method = 'GET', program: own}) {
  if (own) return runProgram(query);
  const response = await fetch(base + query, {method});
  return {status: response.status, headers: Object.fromEntries(response.headers), body: await response.text()};
}

// Lets the browser come to the page the same way.
async function open(page, kind) {
  if (kind.method) await page.route('**', route => route.continue({method: kind.method}));
  if (kind.program) await page.route('**', route => route.fulfill(runProgram(kind.query)));
  await page.goto(base + kind.query);
}

async function checkInBrowser(browser, name, kind) {
  for (const colorScheme of ['light', 'dark'])
    for (const width of widths) {
      const context = await browser.newContext({colorScheme, viewport: {width, height: 900}, bypassCSP: true});
      const page = await context.newPage();
      const requests = [];
      page.on('dialog', dialog => (fail(name, `dialog: ${dialog.message()}`), dialog.dismiss()));
      page.on('request', request => request.url().startsWith('data:') || requests.push(request.url()));
      await open(page, kind);
      if (requests.length !== 1) fail(name, `${requests.length} requests: ${requests.join(' ')}`);
      await page.evaluate(() => document.querySelectorAll('details').forEach(one => (one.open = true)));
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

// What the page's own policy forbids it shows on the console. And the page on paper.
async function checkPolicy(browser, name, kind) {
  const page = await browser.newPage();
  const errors = [];
  page.on('console', message => message.type() === 'error' && errors.push(message.text()));
  await open(page, kind);
  await page.emulateMedia({media: 'print'});
  await page.setViewportSize({width: 720, height: 1000});
  await page.screenshot({path: join(folder, `${name}-print.png`), fullPage: true});
  await page.close();
  for (const error of errors)
    if (!kind.status || !error.includes(`status of ${kind.status}`)) fail(name, `console: ${error}`);
}

async function checkSource(name, kind) {
  const {status, headers, body} = await fetchPage(kind);
  writeFileSync(join(folder, `${name}.html`), body);
  if (status !== (kind.status ?? 200)) fail(name, `status ${status}`);
  for (const piece of kind.has) if (!body.includes(piece)) fail(name, `has no ${piece}`);
  if (body.includes('<script')) fail(name, 'has a script');
  if (!JSON.stringify(headers).includes("default-src 'none'")) fail(name, 'has no policy');
  const bytes = Buffer.byteLength(body);
  const packed = gzipSync(body).length;
  const text = (body.match(/<div class="text"[^]*?<\/div>/) ?? [''])[0];
  const [most, mostPacked] = name.startsWith('start') ? [6500, 3000] : text ? [Buffer.byteLength(text) + 8192, 64000] : [30000, 7500];
  if (bytes > most || packed > mostPacked) fail(name, 'is too large');
  const report = await new HtmlValidate({extends: ['html-validate:recommended'],
    rules: {'doctype-style': 'off', 'long-title': 'off', 'no-trailing-whitespace': 'off'}}).validateString(body);
  for (const result of report.results)
    for (const message of result.messages) fail(name, `html-validate ${message.ruleId}: ${message.message}`);
  console.log(`${name}: ${bytes} bytes, ${packed} gzip`);
}

function checkWithNu(names) {
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  const files = names.map(name => join(folder, `${name}.html`));
  try {
    execFileSync('java', ['-jar', jar, '--errors-only', ...files], {stdio: ['ignore', 'ignore', 'pipe']});
  } catch (error) {
    if (error.code === 'ENOENT') return console.log('skipped: the Nu checker needs java');
    for (const line of String(error.stderr).split('\n').filter(Boolean)) fail('nu', line);
  }
}

mkdirSync(folder, {recursive: true});
// The hit that a page of one article is of.
async function hitOf({query, plain, at = 0}) {
  for (let page = Math.floor(at / 10) + 1; page < 9; page += 1) {
    const {hits} = await (await fetch(`${base}${query}&f=json&p=${page}`)).json();
    const hit = plain ? hits.find(one => !one.url) : hits[at % 10];
    if (hit || hits.length === 0) return hit;
  }
}

for (const [name, kind] of Object.entries(pages)) {
  if (!kind.like && !kind.article) continue;
  const hit = await hitOf(kind);
  if (!hit) delete pages[name];
  else if (kind.like) kind.query = '?like=' + encodeURIComponent(hit.id);
  else kind.query += `&id=${encodeURIComponent(hit.id)}&n=${hit.rank}`;
}
if (!program) delete pages.unavailable;
const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox']});
for (const [name, kind] of Object.entries(pages)) {
  await checkSource(name, kind);
  await checkInBrowser(browser, name, kind);
  await checkPolicy(browser, name, kind);
}
await browser.close();
checkWithNu(Object.keys(pages));
console.log(`${Object.keys(pages).length} pages checked, ${failed} failures`);
process.exit(failed > 0 ? 1 : 0);
