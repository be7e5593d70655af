// Bundles the diagram code for the browser. `--release` minifies and writes the licences beside the bundle.
import * as esbuild from 'esbuild';
import { rm } from 'node:fs/promises';

const release = process.argv.includes('--release');
const outdir = '../wwwroot/dist';

await rm(outdir, { recursive: true, force: true });
await esbuild.build({
  entryPoints: { viewer: 'viewer.js', modeler: 'modeler.js', page: 'page.js', paper: 'paper.js', table: 'table.js', completion: 'completion.js' },
  bundle: true,
  format: 'esm',
  splitting: true,
  outdir,
  target: ['es2022'],
  charset: 'utf8',
  minify: release,
  sourcemap: release ? false : 'linked',
  legalComments: release ? 'linked' : 'inline',
  entryNames: '[name]',
  chunkNames: 'chunk-[name]-[hash]',
  assetNames: 'asset-[name]-[hash]',
  loader: { '.woff': 'file', '.woff2': 'file', '.ttf': 'file', '.eot': 'empty', '.svg': 'file' },
  logLevel: 'warning'
});
