// Judges every page in one call: [{page, html}] comes in, [{page, rule, line, message, selector}] goes out.
// node html-validate.mjs FOLDER-OF-TOOLS < pages.json
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const { HtmlValidate, StaticConfigLoader } = createRequire(process.argv[2] + '/package.json')('html-validate');

const checker = new HtmlValidate(new StaticConfigLoader({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  // Every rule of the three sets is on. What is set otherwise says why.
  rules: {
    // How the markup is written down, of which nobody hears or sees anything: Thymeleaf and Spring write it, not we.
    'attribute-boolean-style': 'off', // checked="checked"
    'no-trailing-whitespace': 'off', // where a th:block was
    'void-style': 'off', // Spring's hidden fields end in />
    'doctype-style': ['error', { style: 'lowercase' }],
    // A button without a type submits its form, and ours all do: every page works without a script.
    'no-implicit-button-type': 'off',
    // Styles, script and font come from our own host, under names made of their content; what comes from elsewhere needs it.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Boxes to tick and buttons to choose by share a name: the form sends the ticked, or the pressed.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'submit', 'reset', 'checkbox'] }],
    // The summary of what is missing stands before the h1, with an h2: so it is heard first (GOV.UK's error summary).
    'heading-level': ['error', { minInitialRank: 'h2' }],
    // Numbers are not broken by CSS, a[href^="tel:"]; special hyphens would go along when somebody copies the number.
    'tel-non-breaking': 'off',
  },
}));

const found = [];
for (const { page, html } of JSON.parse(await text(process.stdin))) {
  const report = await checker.validateString(html, page);
  for (const { messages } of report.results) {
    for (const { ruleId, line, message, selector } of messages) {
      found.push({ page, rule: ruleId, line, message, selector: selector ?? '' });
    }
  }
}
process.stdout.write(JSON.stringify(found));
