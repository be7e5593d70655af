// Measures feelin on the expressions of expressions.json and prints one line of JSON for the .NET benchmark to compare.
import { readFileSync } from 'node:fs';
import { evaluate, parseExpression } from 'feelin';

const [, , file, roundsText] = process.argv;
const { context, expressions } = JSON.parse(readFileSync(file, 'utf8'));
const rounds = Number(roundsText);

const results = expressions.map(expression => {
  const { value } = evaluate(expression, context);
  return value === undefined ? null : value;
});

// Median microseconds per expression over the rounds, after as many rounds of warming up.
function measure(work) {
  const times = [];
  for (let round = 0; round < 2 * rounds; round++) {
    const start = process.hrtime.bigint();
    for (const expression of expressions) {
      work(expression);
    }
    if (round >= rounds) {
      times.push(Number(process.hrtime.bigint() - start) / 1000 / expressions.length);
    }
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

const parse = measure(expression => parseExpression(expression, context));
const both = measure(expression => evaluate(expression, context));
console.log(JSON.stringify({ node: process.version, parse, both, results }));
